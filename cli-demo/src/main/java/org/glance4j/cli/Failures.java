package org.glance4j.cli;

import java.io.UncheckedIOException;
import java.util.List;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.SetupException;
import org.glance4j.cli.session.Shell;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ImageServiceException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on one line of standard error what went wrong, and chooses the exit code. */
final class Failures {
    private static final int NOT_DONE = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Shell shell;

    Failures(Shell shell) {
        this.shell = shell;
    }

    /** The words of the command line make no command. */
    int notUnderstood(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String problem = e instanceof UnmatchedArgumentException unmatched
                ? unmatched(command, unmatched.getUnmatched())
                : onOneLine(String.valueOf(e.getMessage()));
        shell.say(problem + "; see " + name + " --help");
        return NOT_UNDERSTOOD;
    }

    private static String unmatched(CommandLine command, List<String> words) {
        String word = words.get(0);
        if (word.startsWith("-")) {
            // Behind a mistyped option may stand a password.
            return "unknown option " + word.replaceFirst("=.*", "");
        }
        if (command.getSubcommands().isEmpty()) {
            return "unexpected argument " + word;
        }
        return "unknown command " + word + "; there are: "
                + String.join(", ", command.getSubcommands().keySet());
    }

    private static String onOneLine(String message) {
        return message.replaceFirst("^Error: ", "").replaceAll("\\s*\\R\\s*", " ");
    }

    /** A command that was understood fails. */
    int notDone(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof SetupException || e instanceof ConfigurationException) {
            shell.say(String.valueOf(e.getMessage()));
            return NOT_UNDERSTOOD;
        }
        if (e instanceof ImageServiceException
                || e instanceof CommandFailedException
                || e instanceof UncheckedIOException) {
            shell.say(String.valueOf(e.getMessage()));
        } else {
            shell.say("internal error, please report it: " + e);
        }
        return NOT_DONE;
    }
}
