package org.glance4j.cli.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.glance4j.feign.config.CloudConfig;
import org.glance4j.feign.config.CloudConfigLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say which cloud to work on; they may stand before and after the command's words. picocli fills the fields. */
public final class SessionOptions {
    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description =
                    "print each request to standard error as a curl line, with $OS_TOKEN for the token, $OS_PASSWORD for the password and $IMAGE_FILE for data")
    private boolean debug;

    @Option(
            names = "--offline",
            scope = ScopeType.INHERIT,
            description = "work in memory: each call starts from the seed, and what it changes is gone afterwards")
    private boolean offline;

    @Option(
            names = "--seed",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description =
                    "what the cloud in memory holds: a JSON file, or docs for what the Cloud Images guide speaks of (default when offline)")
    private @Nullable String seed;

    @Option(
            names = "--as",
            scope = ScopeType.INHERIT,
            paramLabel = "USER",
            description = "who calls when offline: a user of the seed (default: producer)")
    private @Nullable String user;

    @Option(
            names = "--insecure",
            scope = ScopeType.INHERIT,
            description = "trust any server certificate, which lets others read along")
    private boolean insecure;

    @Option(
            names = "--verify",
            scope = ScopeType.INHERIT,
            description = "verify server certificates, whatever a file says (default); not with --insecure")
    private boolean verify;

    /**
     * Adds these options, one for each {@link Setting} among them.
     *
     * @param root the command to add them to, and to all commands below it
     */
    public void addTo(CommandSpec root) {
        root.addMixin("session", CommandSpec.forAnnotatedObject(this));
        for (Setting setting : Setting.values()) {
            root.addOption(OptionSpec.builder(setting.option())
                    .type(String.class)
                    .paramLabel(setting.valueName())
                    .description(setting.description() + " (" + setting.variable() + ")")
                    .scopeType(ScopeType.INHERIT)
                    .setter(setterOf(setting))
                    .build());
        }
    }

    private ISetter setterOf(Setting setting) {
        return new ISetter() {
            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is picocli's
            public <T> @Nullable T set(@Nullable T value) {
                String old = value == null ? given.remove(setting) : given.put(setting, value.toString());
                return (T) old;
            }
        };
    }

    boolean debug() {
        return debug;
    }

    boolean offline() {
        return offline;
    }

    /**
     * Returns the seed that was asked for.
     *
     * @return a file's name or a shipped seed's; empty where none was given
     */
    public Optional<String> seed() {
        return Optional.ofNullable(seed);
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** Refuses options that contradict each other, as the {@code openstack} client does. */
    void check() {
        if (verify && insecure) {
            throw new SetupException("--verify, --insecure are mutually exclusive (specify only one)");
        }
    }

    /** The settings as options, variables and files give them; an empty value is none. */
    CloudConfig config(Shell shell) {
        check();
        Place place = shell.place();
        CloudConfigLoader loader = CloudConfig.loader(shell.environment(), place.workingDirectory(), place.home())
                .root(place.root())
                .variablesOverCloud();
        given.forEach((setting, value) -> {
            if (value.isBlank()) {
                return;
            }
            if (setting == Setting.CLOUD) {
                loader.cloud(value, setting.option());
            } else {
                loader.set(setting.key(), value, setting.option());
            }
        });
        if (insecure) {
            loader.set("insecure", "true", "--insecure");
        }
        if (verify) {
            loader.set("verify", "true", "--verify");
        }
        return loader.load();
    }
}
