package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.cli.session.Place;
import org.glance4j.cli.session.Shell;
import org.glance4j.cli.session.Terminals;
import org.glance4j.inmemory.http.InMemoryImageServer;

/** Runs the command line within the test. */
final class Cli {
    private final Map<String, String> environment;
    private final List<String> options;
    private final Place place;
    private final Terminals terminals;

    private Cli(Map<String, String> environment, List<String> options, Place place, Terminals terminals) {
        this.environment = environment;
        this.options = options;
        this.place = place;
        this.terminals = terminals;
    }

    /** A place without any file, so that no test reads what the machine's user has. */
    static Place nowhere() {
        return below(Path.of("target", "nowhere").toAbsolutePath());
    }

    private static Place below(Path root) {
        return new Place(root.resolve("work"), root.resolve("home"), root);
    }

    /** What came of a command. */
    record Outcome(int exit, ByteArrayOutputStream stream, String err) {
        String out() {
            return stream.toString(UTF_8);
        }

        byte[] data() {
            return stream.toByteArray();
        }

        /** What stands on standard error beside the notice that this is offline. */
        List<String> complaints() {
            return err.lines()
                    .filter(line -> !line.startsWith("glance4j: offline: "))
                    .toList();
        }
    }

    static Cli with(Map<String, String> environment) {
        return new Cli(environment, List.of(), nowhere(), Terminals.NONE);
    }

    static Cli offline(String user) {
        return new Cli(Map.of(), List.of("--offline", "--as", user), nowhere(), Terminals.NONE);
    }

    static Cli on(InMemoryImageServer server, String user) {
        return with(Map.of(
                "OS_AUTH_URL",
                server.authUrl().toString(),
                "OS_USERNAME",
                user,
                "OS_PASSWORD",
                user + "-password",
                "OS_PROJECT_NAME",
                user,
                "OS_USER_DOMAIN_NAME",
                "Default",
                "OS_PROJECT_DOMAIN_NAME",
                "Default"));
    }

    Cli set(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new Cli(changed, options, place, terminals);
    }

    /** The same with a person in front of it. */
    Cli atTerminal() {
        return new Cli(environment, options, place, new Terminals(true, true));
    }

    /** The same on a machine whose files are below a directory: in {@code work}, {@code home} and {@code etc}. */
    Cli at(Path root) {
        return new Cli(environment, options, below(root), terminals);
    }

    Outcome run(String... args) {
        return run(new byte[0], false, args);
    }

    Outcome run(byte[] input, boolean inputIsFile, String... args) {
        return run(new ByteArrayInputStream(input), inputIsFile, args);
    }

    Outcome run(InputStream input, boolean inputIsFile, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of(args));
        int exit = Main.run(words, new Shell(environment, place, input, inputIsFile, out, err, terminals));
        return new Outcome(exit, out, err.toString(UTF_8));
    }

    /** Runs a command that is to succeed, and returns what it prints. */
    String prints(String... args) {
        Outcome outcome = run(args);
        if (outcome.exit() != 0) {
            throw new AssertionError("exit " + outcome.exit() + ": " + outcome.err());
        }
        return outcome.out();
    }
}
