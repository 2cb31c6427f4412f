package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glance4j.error.ImageServiceException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a statement on a service that breaks it. */
public final class PlantedRun {
    private PlantedRun() {}

    /**
     * Returns the tests of a statement in a class.
     *
     * @param statement the statement's number
     * @param part the class; what it inherits counts
     * @return the test methods
     */
    public static List<Method> testsOf(String statement, Class<?> part) {
        return ReflectionSupport.findMethods(
                part,
                method -> {
                    Statement annotation = method.getAnnotation(Statement.class);
                    return annotation != null
                            && Arrays.asList(annotation.value()).contains(statement);
                },
                TOP_DOWN);
    }

    /**
     * Runs tests in this thread, and checks that they fail by the statement's number, for what the service did.
     *
     * @param statement the statement's number
     * @param target the target that the failure has to name
     * @param tests the tests
     */
    public static void failsBy(String statement, String target, List<? extends DiscoverySelector> tests) {
        List<Throwable> failures = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(tests)
                                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable().ifPresent(failures::add);
                            }
                        });
        assertThat(failures).as("failures of the tests of %s", statement).isNotEmpty();
        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure).hasMessageContaining(statement).hasMessageContaining("does not hold on " + target);
            // The service answered otherwise; nothing broke on the way.
            assertThat(failure.getCause()).isInstanceOfAny(AssertionError.class, ImageServiceException.class);
        });
    }
}
