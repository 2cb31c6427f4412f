package org.glance4j.cli.serve;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.glance4j.cli.session.Seeds;
import org.glance4j.cli.session.Session;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}. */
@Command(
        name = "serve",
        description = {
            "Serve the Image service in memory over HTTP, with a small identity service, until interrupted.",
            "Once it is ready, it prints the export lines that a client needs."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65535;

    private final Session session;

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "the port, of the loopback address (default: a free one)")
    private int port;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "the authorization rules: L for a Glance up to release 25, N from release 26 on (default)")
    private String profile = "N";

    @Option(
            names = "--store",
            paramLabel = "ID[=DESCRIPTION]",
            description =
                    "a store for image data; repeat it for more, of which the first is the default one (default: one store"
                            + " without a name)")
    private List<String> stores = List.of();

    @Option(names = "--image-cache", description = "keep a cache of image data, which admins list and fill")
    private boolean imageCache;

    @Option(
            names = "--open-locations",
            description =
                    "show where data is, and take addresses of data that this machine's own web servers have; with several"
                            + " stores these belong to one more, web")
    private boolean openLocations;

    @Option(
            names = "--print-rig-env",
            description = "print lines that name every user with its password and its project, as RIG_*, instead")
    private boolean accounts;

    /**
     * Makes the command.
     *
     * @param session where the export lines are printed, and what names the seed
     */
    public ServeCommand(Session session) {
        this.session = requireNonNull(session, "session");
    }

    @Override
    public Integer call() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw refused("no port: " + port);
        }
        InMemoryImageServer.Builder builder =
                InMemoryImageServer.builder().port(port).profile(profile());
        Store[] named = stores();
        builder.settings(service -> settings(service.stores(named).imageCache(imageCache)));
        String name = session.options().seed().orElse("");
        builder.seed(name.isEmpty() ? Seed.standard() : Seeds.read(name));
        try (InMemoryImageServer server = start(builder, name)) {
            untilInterrupted(server, () -> {
                session.shell()
                        .print(accounts ? Exports.ofAccounts(server) : Exports.of(server, name.equals(Seeds.DOCS)));
                session.shell().say("serving on " + server.uri() + " until interrupted" + users(server.seed()));
            });
        }
        return 0;
    }

    private InMemoryImageService.Builder settings(InMemoryImageService.Builder service) {
        return openLocations
                ? service.openLocations(true).showDirectUrl(true).webSource(WebSource.loopback())
                : service;
    }

    private static InMemoryImageServer start(InMemoryImageServer.Builder builder, String seed) {
        try {
            return builder.start();
        } catch (IllegalArgumentException e) {
            throw Seeds.bad(seed, e);
        }
    }

    private static String users(Seed seed) {
        return seed.users().stream()
                .map(Seed.User::name)
                .collect(Collectors.joining(", ", "; its users are ", ", and --print-rig-env says their passwords"));
    }

    private Store[] stores() {
        List<Store> named = new ArrayList<>();
        for (String text : stores) {
            int equals = text.indexOf('=');
            StoreId id = StoreId.of(equals < 0 ? text : text.substring(0, equals));
            if (id.value().isEmpty()
                    || named.stream().anyMatch(store -> store.id().equals(id))) {
                throw refused("a store needs an id that no other has: " + text);
            }
            Store store = Store.of(id).withDefault(named.isEmpty()).withDetails("memory", Map.of());
            named.add(equals < 0 ? store : store.withDescription(text.substring(equals + 1)));
        }
        if (openLocations && !named.isEmpty()) {
            StoreId id = StoreId.of("web");
            if (named.stream().anyMatch(store -> store.id().equals(id))) {
                throw refused("with open locations the store web is theirs");
            }
            named.add(Store.of(id).withReadOnly(true).withDetails("http", Map.of()));
        }
        return named.toArray(new Store[0]);
    }

    private Profile profile() {
        return switch (profile) {
            case "L", "l" -> Profile.LEGACY;
            case "N", "n" -> Profile.SECURE_RBAC;
            default -> throw refused("no profile " + profile + "; there are: L, N");
        };
    }

    private ParameterException refused(String problem) {
        return new ParameterException(requireNonNull(command).commandLine(), problem);
    }

    /**
     * Says that the server is ready, and waits. A signal that asks the process to end is what is waited for, so from before
     * anybody is told, it ends with 0; so does an interrupted thread.
     */
    private static void untilInterrupted(InMemoryImageServer server, Runnable ready) {
        Thread onSignal = new Thread(() -> {
            server.close();
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            ready.run();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        }
    }
}
