package org.glance4j.cli.serve;

import java.util.Locale;
import java.util.regex.Pattern;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;

/** The lines that tell a shell how to reach the server. */
final class Exports {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=-]+");

    private Exports() {}

    static String of(InMemoryImageServer server, boolean withTokens) {
        StringBuilder lines = new StringBuilder();
        add(lines, "OS_AUTH_URL", server.authUrl().toString());
        add(lines, "OS_REGION_NAME", server.seed().region());
        add(lines, "API_ENDPOINT", server.imageEndpoint().toString());
        if (withTokens) {
            add(lines, "AUTH_TOKEN", server.token("consumer").reveal());
            add(lines, "PRODUCER_TOKEN", server.token("producer").reveal());
        }
        return lines.toString();
    }

    /** The lines that name services, users and projects, passwords included, to a program that talks to the API itself. */
    static String ofAccounts(InMemoryImageServer server) {
        StringBuilder lines = new StringBuilder();
        add(lines, "RIG_AUTH_URL", server.authUrl().toString());
        add(lines, "RIG_GLANCE_URL", server.imageEndpoint().toString());
        add(lines, "RIG_IMAGE_ENDPOINT", server.imageEndpoint().toString());
        add(lines, "RIG_REGION", server.seed().region());
        for (Seed.User user : server.seed().users()) {
            String prefix = "RIG_" + user.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            add(lines, prefix + "_USER", user.name());
            add(lines, prefix + "_USER_ID", user.id());
            add(lines, prefix + "_PASSWORD", user.password().reveal());
            server.seed().home(user).ifPresent(project -> {
                add(lines, prefix + "_PROJECT", project.name());
                add(lines, prefix + "_PROJECT_ID", project.id());
            });
        }
        return lines.toString();
    }

    private static void add(StringBuilder lines, String variable, String value) {
        lines.append("export ")
                .append(variable)
                .append('=')
                .append(quoted(value))
                .append('\n');
    }

    /** A value from a seed is no command. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
