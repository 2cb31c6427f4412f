package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a tree of its own, with scripts in the places of Maven and Java. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
    private static final Path LAUNCHER = Path.of("glance4j").toAbsolutePath();

    @TempDir
    private Path temporary;

    private Path root;
    private Path module;
    private Path jar;
    private Path source;

    @BeforeEach
    void plantTree() throws Exception {
        root = temporary.resolve("a clone");
        module = root.resolve("cli-demo");
        jar = module.resolve("target/glance4j.jar");
        source = root.resolve("core/src/main/java/Some.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(module);
        Files.createDirectories(root.resolve("core/src/test"));
        Files.writeString(source, "");
        Files.writeString(root.resolve("pom.xml"), "");
        Files.copy(LAUNCHER, module.resolve("glance4j"));
        script(
                "bin/mvn",
                "echo Maven says hello; pwd >>'" + temporary + "/builds'; cat >/dev/null; sleep 0.2; : >'" + jar + "'");
        script("bin/java", version("17", "printf '%s\\n' \"$@\"; cat"));
        script("bin/javac", "");
        age();
    }

    private static String version(String version, String otherwise) {
        return "case $* in *-version*) echo '    java.specification.version = " + version + "' ;; *) " + otherwise
                + " ;; esac";
    }

    private Path script(String name, String body) throws IOException {
        Path script = temporary.resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    /** Makes everything an hour old. */
    private void age() throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(
                        file,
                        FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 3_600_000));
            }
        }
    }

    private record Outcome(int exit, String out, String err) {}

    private Process start(Path launcher, Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "MAVEN"));
        builder.environment().put("PATH", temporary.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Outcome finish(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), out, err);
    }

    private Outcome run(String... args) throws Exception {
        return finish(start(module.resolve("glance4j"), Map.of(), args));
    }

    private long builds() throws IOException {
        Path log = temporary.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    @Test
    void theFirstStartBuildsAndTheSecondOnlyStarts() throws Exception {
        Outcome first = run("image", "list");
        Outcome second = run("image", "list");

        assertThat(first.exit()).isZero();
        assertThat(first.out()).endsWith("-jar\n" + jar.toRealPath() + "\nimage\nlist\n");
        assertThat(first.err()).contains("glance4j: building ").contains("Maven says hello");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEmpty();
        assertThat(Files.readAllLines(temporary.resolve("builds")))
                .containsExactly(root.toRealPath().toString());
    }

    @Test
    void argumentsAndStandardInputArriveAsTheyAre() throws Exception {
        Process process = start(module.resolve("glance4j"), Map.of(), "a b", "", "$HOME", "*");
        process.getOutputStream().write("image data".getBytes(UTF_8));

        Outcome outcome = finish(process);

        assertThat(outcome.out()).endsWith("\na b\n\n$HOME\n*\nimage data");
    }

    @Test
    void aNewerSourceIsBuilt() throws Exception {
        run();
        Files.writeString(source, "changed");

        assertThat(run().err()).contains("building");
        assertThat(run().err()).isEmpty();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aNewerPomIsBuilt() throws Exception {
        run();
        Files.writeString(root.resolve("pom.xml"), "changed");
        run();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aSourceThatIsGoneIsBuilt() throws Exception {
        run();
        Files.delete(source);
        run();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aNewerTestIsNotBuilt() throws Exception {
        run();
        Files.writeString(root.resolve("core/src/test/SomeTest.java"), "changed");
        run();

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        Process first = start(module.resolve("glance4j"), Map.of());
        Process second = start(module.resolve("glance4j"), Map.of());

        assertThat(finish(first).exit()).isZero();
        assertThat(finish(second).exit()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws Exception {
        // Without flock: only the tools that the launcher names.
        Path tools = Files.createDirectories(temporary.resolve("tools"));
        for (String tool :
                List.of("cat", "dirname", "find", "mkdir", "mv", "readlink", "rm", "sed", "sh", "sleep", "touch")) {
            script("tools/" + tool, "PATH=/usr/bin:/bin; exec " + tool + " \"$@\"");
        }
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(module.resolve("target/glance4j.lock.d"));
        Files.writeString(module.resolve("target/glance4j.lock.d/pid"), gone.pid() + "\n");

        Outcome outcome =
                finish(start(module.resolve("glance4j"), Map.of("PATH", temporary.resolve("bin") + ":" + tools)));

        assertThat(outcome.err()).contains("building");
        assertThat(outcome.exit()).isZero();
        assertThat(module.resolve("target/glance4j.lock.d")).doesNotExist();
    }

    @Test
    void symbolicLinksLeadToTheModule() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), module.resolve("glance4j"));
        Path linked = Files.createSymbolicLink(temporary.resolve("linked"), Path.of("link"));

        Outcome outcome = finish(start(linked, Map.of(), "demo"));

        assertThat(link).isSymbolicLink();
        assertThat(outcome.out()).endsWith(jar.toRealPath() + "\ndemo\n");
    }

    @Test
    void aFailedBuildStartsNothing() throws Exception {
        Path maven = script("broken", "echo '[ERROR] does not compile'; exit 1");

        Outcome outcome = finish(start(module.resolve("glance4j"), Map.of("MAVEN", maven.toString()), "demo"));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("[ERROR] does not compile", "glance4j: the build failed");
    }

    @Test
    void aMissingMavenIsOneLine() throws Exception {
        Outcome outcome = finish(start(module.resolve("glance4j"), Map.of("MAVEN", "/no/such/mvn")));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .containsExactly(
                        "glance4j: has to be built, and there is no /no/such/mvn: install Maven 3.8.6 or later, or set MAVEN");
    }

    @Test
    void anOldJavaIsOneLine() throws Exception {
        Path java = script("old/bin/java", version("11", "echo started"));
        script("old/bin/javac", "");
        run();

        Outcome outcome = finish(start(
                module.resolve("glance4j"),
                Map.of("JAVA_HOME", temporary.resolve("old").toString())));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).containsExactly("glance4j: needs Java 17 or later, and " + java + " is 11");
    }

    @Test
    void aJavaHomeWithoutJavaIsOneLine() throws Exception {
        Outcome outcome = finish(start(module.resolve("glance4j"), Map.of("JAVA_HOME", "/no/such/jdk")));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err().lines()).containsExactly("glance4j: JAVA_HOME has no bin/java: /no/such/jdk");
    }
}
