package org.glance4j.cli.session;

import static java.util.Objects.requireNonNull;

import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.feign.config.CloudConfig;

/** What a command runs in: the shell around it, and the cloud that its options name. Used by one thread. */
public final class Session {
    private final SessionOptions options;
    private final Shell shell;

    /**
     * Makes a session.
     *
     * @param options which cloud to work on, filled before a command runs
     * @param shell the shell around it
     */
    public Session(SessionOptions options, Shell shell) {
        this.options = requireNonNull(options, "options");
        this.shell = requireNonNull(shell, "shell");
    }

    /** What a command does with a cloud. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does it.
         *
         * @param cloud the cloud, which is closed afterwards
         * @param shell where to print to
         */
        void run(Cloud cloud, Shell shell);
    }

    /**
     * Opens the cloud, runs a task on it, and closes it.
     *
     * @param task what to do
     * @return the exit code of a task that did not fail
     * @throws SetupException if the options name no cloud that can be opened
     */
    public int run(Task task) {
        try (Cloud cloud = Wiring.open(options, shell)) {
            run(task, cloud);
        }
        return 0;
    }

    /** A service that cannot be reached may be one that the user mistyped. */
    private void run(Task task, Cloud cloud) {
        try {
            task.run(cloud, shell);
        } catch (ConnectionFailedException e) {
            throw new CommandFailedException(e.getMessage() + "; tried " + cloud.address(), e);
        }
    }

    /**
     * Returns the settings of the cloud that options, variables and files name; nothing is asked of it.
     *
     * @return the settings
     * @throws ConfigurationException if they make no sense
     */
    public CloudConfig config() {
        return options.config(shell);
    }

    /**
     * Returns the shell.
     *
     * @return the shell
     */
    public Shell shell() {
        return shell;
    }

    /**
     * Returns the options.
     *
     * @return the options
     */
    public SessionOptions options() {
        return options;
    }
}
