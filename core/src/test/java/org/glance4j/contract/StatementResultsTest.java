package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What several tests of one statement say of it together. */
class StatementResultsTest {
    private final StatementResults results = new StatementResults();

    @Statement("S-001")
    @SuppressWarnings("unused") // found by its name
    private static void numbered() {}

    /** Returns the place of a test of S-001 that threw this. */
    private static ExtensionContext test(@Nullable Throwable thrown) {
        return (ExtensionContext) Proxy.newProxyInstance(
                StatementResultsTest.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getTestMethod" -> Optional.of(numberedMethod());
                    case "getExecutionException" -> Optional.ofNullable(thrown);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Method numberedMethod() throws NoSuchMethodException {
        return StatementResultsTest.class.getDeclaredMethod("numbered");
    }

    private void run(@Nullable Throwable thrown) {
        if (thrown != null) {
            results.failed(test(thrown), thrown, "target");
        }
        results.ended(test(thrown));
    }

    @Test
    void aTestThatWasBrokenOffCountsForMoreThanOneThatPassed() {
        run(null);
        assertThat(results.ran()).containsExactly("S-001");
        run(new TestAbortedException("no cache"));
        assertThat(results.ran()).isEmpty();
        run(null);
        assertThat(results.ran()).isEmpty();
        assertThat(results.failed()).isEmpty();
    }

    @Test
    void aTestThatFailedCountsForMoreThanAnyOther() {
        run(new AssertionError("no"));
        run(new TestAbortedException("no cache"));
        run(null);
        assertThat(results.failed()).containsExactly("S-001");
    }
}
