package org.glance4j.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glance4j.cli.cached.CachedImageCommands;
import org.glance4j.cli.config.ConfigCommands;
import org.glance4j.cli.demo.DemoCommand;
import org.glance4j.cli.image.ImageCommands;
import org.glance4j.cli.serve.ServeCommand;
import org.glance4j.cli.session.Place;
import org.glance4j.cli.session.Session;
import org.glance4j.cli.session.SessionOptions;
import org.glance4j.cli.session.Shell;
import org.glance4j.cli.session.Terminals;
import picocli.CommandLine;

/** Starts the command line, and ends the process with its exit code: 0 done, 1 not done, 2 not understood. */
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @param args the words behind the program's name
     */
    public static void main(String[] args) {
        // Not System.out: it hides errors, and knows only the locale's characters.
        Shell shell = new Shell(
                System.getenv(),
                new Place(
                        Path.of("").toAbsolutePath(),
                        Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home"))),
                        Path.of("").toAbsolutePath().getRoot()),
                new FileInputStream(FileDescriptor.in),
                Files.isRegularFile(Path.of("/dev/stdin")),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                new FileOutputStream(FileDescriptor.err),
                Terminals.ofThisProcess());
        System.exit(run(List.of(args), shell));
    }

    /**
     * Runs one command in this process.
     *
     * @param args the words behind the program's name
     * @param shell what the command has around it
     * @return the exit code
     */
    static int run(List<String> args, Shell shell) {
        SessionOptions options = new SessionOptions();
        Session session = new Session(options, shell);
        CommandLine root = new CommandLine(new Glance4j());
        Glance4j.addHelpTo(root.getCommandSpec());
        options.addTo(root.getCommandSpec());
        root.addSubcommand(ImageCommands.in(session))
                .addSubcommand(CachedImageCommands.in(session))
                .addSubcommand(ConfigCommands.in(session))
                .addSubcommand(new DemoCommand(shell))
                .addSubcommand(new ServeCommand(session));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        Usage.layOut(root);
        root.setOut(writer(shell.out()));
        root.setErr(writer(shell.err()));
        Failures failures = new Failures(shell);
        root.setParameterExceptionHandler(failures::notUnderstood);
        root.setExecutionExceptionHandler(failures::notDone);
        return root.execute(args.toArray(String[]::new));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
