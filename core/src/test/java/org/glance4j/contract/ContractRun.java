package org.glance4j.contract;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

/**
 * One run of the contract on one target: opens and closes the target, shows declared skips as skipped tests, prints which
 * statements ran, keeps their results for the build's table, and fails when one is missing. Safe for use by the threads of one
 * run.
 */
public final class ContractRun
        implements BeforeAllCallback,
                AfterAllCallback,
                AfterTestExecutionCallback,
                TestExecutionExceptionHandler,
                ExecutionCondition {
    private final Supplier<ContractTarget> opening;
    private final boolean whole;
    private final StatementResults results = new StatementResults();
    private volatile @Nullable ContractTarget target;

    /**
     * Makes a run.
     *
     * @param opening opens the target, before the first test
     */
    public ContractRun(Supplier<ContractTarget> opening) {
        this(opening, !isNarrowed());
    }

    private ContractRun(Supplier<ContractTarget> opening, boolean whole) {
        this.opening = opening;
        this.whole = whole;
    }

    /**
     * Returns a run of some of the statements: it misses none, prints nothing and keeps nothing.
     *
     * @param opening opens the target, before the first test
     * @return the run
     */
    public static ContractRun ofSome(Supplier<ContractTarget> opening) {
        return new ContractRun(opening, false);
    }

    /** Whether the build was asked for single tests, as with {@code -Dtest=InMemoryLegacyContractTest*#owner*}. */
    private static boolean isNarrowed() {
        String asked = System.getProperty("test", "");
        return asked.contains("#") || asked.contains("$");
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
            for (String number : StatementResults.numbers(context)) {
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
        results.ended(context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw results.failed(context, thrown, describe());
    }

    private String describe() {
        ContractTarget opened = target();
        return opened.name() + "/" + letter(opened);
    }

    private static String letter(ContractTarget target) {
        return target.profile() == Profile.LEGACY ? "L" : "N";
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
        opened.close();
        if (!whole) {
            return;
        }
        TreeMap<String, String> skips = new TreeMap<>(opened.skips());
        SortedSet<String> ran = results.ran();
        SortedSet<String> failed = results.failed();
        System.out.println("contract " + name + ": " + ran.size() + " statements, skipped: "
                + (skips.isEmpty() ? "none" : skips.toString()) + ", failed: "
                + (failed.isEmpty() ? "none" : failed.toString()) + ", ran: " + ranges(ran));
        results.skipped(skips);
        results.write(opened.name(), letter(opened), opened.name() + "-" + letter(opened));
        check(name, ran, skips.keySet());
    }

    private static void check(String name, Set<String> ran, Set<String> skips) {
        SortedSet<String> missing = new TreeSet<>(Statements.all());
        missing.removeAll(ran);
        missing.removeAll(skips);
        if (!missing.isEmpty()) {
            throw new AssertionError("contract " + name + ": statements that did not run: " + missing);
        }
        SortedSet<String> unknown = new TreeSet<>(ran);
        unknown.addAll(skips);
        unknown.removeAll(Statements.all());
        unknown.removeAll(Statements.aboutHttpAlone());
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
