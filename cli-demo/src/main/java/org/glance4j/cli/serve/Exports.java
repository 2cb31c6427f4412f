package org.glance4j.cli.serve;

import java.util.regex.Pattern;
import org.glance4j.inmemory.http.InMemoryImageServer;

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
