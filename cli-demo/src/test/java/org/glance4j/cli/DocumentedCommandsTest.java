package org.glance4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glance4j.docs.CodeBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands that the documents show are ones that there are: the launcher's are carried out, scripts exist and can be
 * executed, and Maven's name profiles, modules and tests of this build.
 */
class DocumentedCommandsTest {
    private static final Path ROOT = CodeBlocks.ofThisProject().root();

    static Stream<String> commands() {
        return Stream.of("sh", "bash")
                .flatMap(CodeBlocks.ofThisProject()::in)
                .flatMap(block -> block.text().lines())
                .map(line -> line.replaceFirst("\\s*#.*", ""))
                .filter(line -> !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandIsOneThatThereIs(String command) throws IOException {
        List<String> words = Arrays.asList(command.trim().split("\\s+"));
        String program = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        if (program.equals("mvn")) {
            arguments.forEach(DocumentedCommandsTest::mavenKnows);
        } else if (program.equals(".")) {
            // What is read here is what the rig's start script writes, below its own default directory.
            assertThat(arguments).containsExactly("\"${TMPDIR:-/tmp}/openstack-rig/env\"");
            assertThat(ROOT.resolve("transport-feign/src/it/openstack/lib.sh"))
                    .content()
                    .contains("${TMPDIR:-/tmp}/openstack-rig");
        } else {
            assertThat(ROOT.resolve(program)).isExecutable();
            if (program.equals("cli-demo/glance4j")) {
                assertThat(Cli.with(Map.of())
                                .run(arguments.toArray(String[]::new))
                                .exit())
                        .isZero();
            }
        }
    }

    /** The second of the README's two commands is the one that a change has to pass. */
    @Test
    void testCommandIsTheOneThatIsRunForEveryChange() throws IOException {
        assertThat(commands()).contains("mvn verify", "cli-demo/glance4j demo");
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("mvn -B verify");
    }

    private static void mavenKnows(String argument) {
        Path pom = ROOT.resolve("pom.xml");
        if (argument.startsWith("-P")) {
            assertThat(Stream.of("pom.xml", "transport-inmemory/pom.xml").map(ROOT::resolve))
                    .anySatisfy(file -> assertThat(file).content().contains("<id>" + argument.substring(2) + "</id>"));
        } else if (Files.exists(ROOT.resolve(argument))) {
            assertThat(pom).content().contains("<module>" + argument + "</module>");
        } else {
            assertThat(argument)
                    .isIn(
                            "test",
                            "verify",
                            "process-test-classes",
                            "surefire:test@soak",
                            "surefire:test@fuzz",
                            "-Dsoak.scale=0.02",
                            "spotless:apply",
                            "-B",
                            "-pl",
                            "-am",
                            "-Dtest=OneTest",
                            "-Dsurefire.failIfNoSpecifiedTests=false");
        }
    }
}
