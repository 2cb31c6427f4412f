package org.glance4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.glance4j.feign.FeignTransport;
import org.glance4j.inmemory.InMemoryImageService;
import org.junit.jupiter.api.Test;

/** Prints, at the end of a whole build, which statement holds on which target. Stands here because this module is the last. */
class StatementTableTest {
    private static final boolean OPENSTACK_OFFERED = System.getenv("RIG_AUTH_URL") != null;

    /** The directory that holds all modules. */
    private static Path root() throws IOException {
        return Path.of(System.getProperty("basedir", ""))
                .toRealPath()
                .resolve("..")
                .toRealPath();
    }

    /** Whether a class comes from a module that this build has built; else it comes from a repository. */
    private static boolean isBuiltHere(Class<?> type) throws IOException {
        URI place = URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(place).toRealPath().startsWith(root());
    }

    @Test
    void everyStatementHoldsOnEveryTargetOfThisBuild() throws IOException {
        String build = System.getProperty("glance4j.build");
        boolean whole = build != null
                && System.getProperty("test") == null
                && isBuiltHere(InMemoryImageService.class)
                && isBuiltHere(FeignTransport.class);
        if (!whole) {
            System.out.println("statements: no table, since this build does not run all the tests of all modules");
        }
        assumeTrue(whole, "a part of the build");

        StatementTable table = new StatementTable();
        for (String module : List.of("transport-inmemory", "transport-feign")) {
            table.read(root().resolve(module).resolve("target").resolve("contract"), String.valueOf(build));
        }
        System.out.println(table.print()
                + (OPENSTACK_OFFERED ? "" : "not run on openstack: RIG_AUTH_URL offers no real OpenStack\n"));
        assertThat(table.problems(OPENSTACK_OFFERED)).isEmpty();
    }

    private static StatementTable whole() {
        StatementTable table = new StatementTable();
        for (String column : List.of("in-memory/L", "in-memory/N", "http/L", "http/N", "openstack/L", "openstack/N")) {
            for (int number = 1; number <= 120; number++) {
                table.add(column, String.format("S-%03d", number), "pass", "");
            }
        }
        return table;
    }

    @Test
    void whatDoesNotHoldIsAProblemWhateverElseIsSaid() {
        StatementTable table = whole();
        table.add("http/L", "S-024", "fail", "");
        table.add("http/L", "S-024", "pass", "");
        table.add("http/L", "S-025", "pass", "");
        assertThat(table.problems(true)).containsExactly("S-024 does not hold on http/L");
        assertThat(table.print()).contains("\nS-024      pass        pass        FAIL        pass");
    }

    @Test
    void whatIsNotRunIsAProblemWhereItsTargetIsOffered() {
        StatementTable table = new StatementTable();
        assertThat(table.problems(true)).hasSize(720).contains("S-120 was not run on openstack/N");
        assertThat(table.problems(false)).hasSize(480);
    }

    @Test
    void whatIsSkippedIsDeclared() {
        StatementTable table = new StatementTable();
        table.add("openstack/L", "S-015", "skip", "a quota");
        table.add("openstack/L", "S-014", "skip", "a quota");
        table.add("http/L", "S-015", "skip", "a quota");
        assertThat(table.problems(true))
                .contains(
                        "S-014 is skipped on openstack/L without being declared",
                        "S-015 is skipped on http/L without being declared")
                .doesNotContain("S-015 is skipped on openstack/L without being declared");
        assertThat(table.print()).contains("skipped on openstack/L: a quota: S-015 S-014\n");
    }
}
