package org.glance4j.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.glance4j.lifecycle.Profile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * One run of the contract on one target: opens and closes the target, shows declared skips as skipped tests, prints which
 * statements ran, and fails when one is missing. Safe for use by the threads of one run.
 */
public final class ContractRun
        implements BeforeAllCallback,
                AfterAllCallback,
                AfterTestExecutionCallback,
                TestExecutionExceptionHandler,
                ExecutionCondition {
    private final Supplier<ContractTarget> opening;
    private final Set<String> ran = new ConcurrentSkipListSet<>();
    private final Set<String> failed = new ConcurrentSkipListSet<>();
    private volatile @Nullable ContractTarget target;

    /**
     * Makes a run.
     *
     * @param opening opens the target, before the first test
     */
    public ContractRun(Supplier<ContractTarget> opening) {
        this.opening = opening;
    }

    /**
     * Returns the target of the run.
     *
     * @return the target
     */
    public ContractTarget target() {
        return requireNonNull(target, "the run has not begun");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isOutermost(context)) {
            target = opening.get();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ContractTarget opened = target;
        if (opened != null) {
            for (String number : numbers(context)) {
                String reason = opened.skips().get(number);
                if (reason != null) {
                    return ConditionEvaluationResult.disabled(number + ": " + reason);
                }
            }
        }
        return ConditionEvaluationResult.enabled("not a declared skip");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (!(context.getExecutionException().orElse(null) instanceof TestAbortedException)) {
            ran.addAll(numbers(context));
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        List<String> numbers = numbers(context);
        if (numbers.isEmpty() || thrown instanceof TestAbortedException) {
            throw thrown;
        }
        failed.addAll(numbers);
        throw new AssertionError(String.join(", ", numbers) + " does not hold on " + describe(), thrown);
    }

    private String describe() {
        ContractTarget opened = target();
        return opened.name() + "/" + (opened.profile() == Profile.LEGACY ? "L" : "N");
    }

    private static List<String> numbers(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.getAnnotation(Statement.class))
                .map(statement -> List.of(statement.value()))
                .orElse(List.of());
    }

    private static boolean isOutermost(ExtensionContext context) {
        return context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ContractTarget opened = target;
        if (!isOutermost(context) || opened == null) {
            return;
        }
        String name = describe();
        TreeMap<String, String> skips = new TreeMap<>(opened.skips());
        opened.close();
        System.out.println("contract " + name + ": " + ran.size() + " statements, skipped: "
                + (skips.isEmpty() ? "none" : skips.toString()) + ", failed: "
                + (failed.isEmpty() ? "none" : failed.toString()) + ", ran: " + ranges(ran));
        check(name, skips.keySet());
    }

    private void check(String name, Set<String> skips) {
        SortedSet<String> missing = new TreeSet<>(Statements.all());
        missing.removeAll(ran);
        missing.removeAll(skips);
        if (!missing.isEmpty()) {
            throw new AssertionError("contract " + name + ": statements that did not run: " + missing);
        }
        SortedSet<String> unknown = new TreeSet<>(ran);
        unknown.addAll(skips);
        unknown.removeAll(Statements.all());
        if (!unknown.isEmpty()) {
            throw new AssertionError("contract " + name + ": numbers that stand for no statement: " + unknown);
        }
    }

    /** Writes neighbouring numbers as one range. */
    private static String ranges(Set<String> numbers) {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (String number : numbers) {
            boolean goesOn = !last.isEmpty() && value(number) == value(last) + 1;
            if (!goesOn) {
                text.append(rangeEnd(text, last))
                        .append(text.length() == 0 ? "" : " ")
                        .append(number);
            }
            last = number;
        }
        return text + rangeEnd(text, last);
    }

    private static String rangeEnd(StringBuilder text, String last) {
        return text.toString().endsWith(last) ? "" : "…" + last;
    }

    private static int value(String number) {
        return Integer.parseInt(number.substring(2));
    }
}
