package org.glance4j.feign.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a test only where {@code RIG_AUTH_URL} offers a real OpenStack; says so where none is offered, and fails there if {@code
 * GLANCE4J_OPENSTACK=required}.
 */
public final class OpenStackOffered implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (System.getenv("RIG_AUTH_URL") != null) {
            return ConditionEvaluationResult.enabled("RIG_AUTH_URL is set");
        }
        String reason = "real OpenStack not offered: RIG_AUTH_URL is not set";
        if ("required".equals(System.getenv("GLANCE4J_OPENSTACK"))) {
            throw new IllegalStateException(reason + ", and GLANCE4J_OPENSTACK requires it");
        }
        System.out.println(reason + " (" + context.getDisplayName() + ")");
        return ConditionEvaluationResult.disabled(reason);
    }
}
