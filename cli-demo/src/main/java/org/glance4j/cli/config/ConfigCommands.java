package org.glance4j.cli.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.cli.output.Listing;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Session;
import org.glance4j.feign.config.CloudConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The verbs below {@code config}. */
public final class ConfigCommands {
    private ConfigCommands() {}

    /**
     * Returns the command {@code config} with everything below it.
     *
     * @param session what the commands run in
     * @return the command
     */
    public static CommandLine in(Session session) {
        return new CommandLine(new ConfigGroup()).addSubcommand(new Explain(session));
    }

    @Command(name = "config", description = "The settings of a connection.")
    private static final class ConfigGroup {}

    @Command(
            name = "explain",
            description = {
                "Show every setting of the connection, and where it comes from. Nothing is sent.",
                "What somebody should see to is said on standard error."
            })
    private static final class Explain implements Callable<Integer> {
        private static final List<String> COLUMNS = List.of("Key", "Value", "Source");

        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private Explain(Session session) {
            this.session = requireNonNull(session, "session");
        }

        @Override
        public Integer call() {
            output.check(COLUMNS);
            CloudConfig config = session.config();
            List<List<@Nullable Object>> rows = config.values().stream()
                    .map(value -> List.<@Nullable Object>of(value.key(), value.value(), value.source()))
                    .toList();
            session.shell().print(output.render(new Listing(COLUMNS, rows)));
            config.warnings().forEach(session.shell()::say);
            config.problem().ifPresent(problem -> session.shell().say("no connection: " + problem));
            return 0;
        }
    }
}
