package org.glance4j.contract;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Keeps what became of the statements in a test class that is no {@link ContractRun}: those that are about one adapter, and so
 * the same in both profiles. Safe for use by the threads of one class.
 */
public final class StatementRecord
        implements AfterTestExecutionCallback, TestExecutionExceptionHandler, AfterAllCallback {
    private final String target;
    private final boolean kept;
    private final StatementResults results = new StatementResults();

    /**
     * Makes a record.
     *
     * @param target the name of the target that the class tests, as in {@link ContractTarget#name}
     */
    public StatementRecord(String target) {
        this(target, true);
    }

    private StatementRecord(String target, boolean kept) {
        this.target = target;
        this.kept = kept;
    }

    /**
     * Returns a record that puts the numbers into failures and keeps nothing.
     *
     * @param target the name of the target
     * @return the record
     */
    public static StatementRecord unkept(String target) {
        return new StatementRecord(target, false);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        results.ended(context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw results.failed(context, thrown, target);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (kept) {
            results.write(
                    target, "L N", target + "-" + context.getRequiredTestClass().getSimpleName());
        }
    }
}
