package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import feign.Feign;
import feign.Logger;
import feign.Request;
import feign.RequestTemplate;
import feign.Retryer;
import feign.Target;
import java.util.Optional;
import java.util.UUID;
import org.glance4j.auth.Caller;
import org.glance4j.auth.TokenSource;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.call.Endpoint;
import org.glance4j.feign.call.Pauses;
import org.glance4j.feign.call.RetrySettings;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.keystone.Projects;
import org.glance4j.feign.observe.Announcer;
import org.glance4j.observe.ClientListener;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageCacheOperations;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageImportOperations;
import org.glance4j.transport.ImageOperations;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.LocationOperations;
import org.glance4j.transport.MemberOperations;
import org.glance4j.transport.MetadefOperations;
import org.glance4j.transport.SchemaOperations;
import org.glance4j.transport.ServiceOperations;
import org.glance4j.transport.StoreOperations;
import org.glance4j.transport.TaskOperations;
import org.jspecify.annotations.Nullable;

/**
 * An Image service over HTTP. Nothing is sent before the first call. A call whose attempt fails for a reason that may pass makes
 * another one, unless that could do something twice: what a change without an answer has come to is looked for where a read
 * shows it. After a 401 a call is repeated once if the token can be renewed. Tokens go to the identity service and to the one origin that the
 * endpoint names, and nowhere else. Safe for use by several threads.
 */
public final class FeignTransport implements ImageTransport {
    private final Shared shared;
    private final Deadline deadline;

    FeignTransport(
            HttpEngine engine,
            TokenSource tokens,
            Endpoint endpoint,
            @Nullable Projects projects,
            RetrySettings retries,
            Announcer announcer) {
        this(new Shared(engine, tokens, endpoint, projects, retries, announcer), Deadline.none());
    }

    private FeignTransport(Shared shared, Deadline deadline) {
        this.shared = shared;
        this.deadline = deadline;
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return the builder
     */
    public static FeignTransportBuilder builder() {
        return new FeignTransportBuilder();
    }

    @Override
    public ImageOperations images() {
        return new FeignImages(shared.calls, shared.images, UUID::randomUUID, deadline);
    }

    @Override
    public ImageDataOperations data() {
        return imageData();
    }

    private FeignImageData imageData() {
        return new FeignImageData(shared.calls, shared.engine, deadline);
    }

    @Override
    public ImageImportOperations imports() {
        return new FeignImports(shared.calls, shared.imports, imageData(), deadline);
    }

    @Override
    public StoreOperations stores() {
        return new FeignStores(shared.calls, shared.imports, shared.images, deadline);
    }

    @Override
    public MemberOperations members() {
        return new FeignMembers(shared.calls, shared.members, deadline);
    }

    @Override
    public ImageCacheOperations imageCache() {
        return new FeignImageCache(shared.calls, shared.cache, deadline);
    }

    @Override
    public LocationOperations locations() {
        return new FeignLocations(shared.calls, shared.locations, deadline);
    }

    @Override
    public TaskOperations tasks() {
        return new FeignTasks(shared.calls, shared.tasks, deadline);
    }

    @Override
    public ServiceOperations service() {
        return new FeignService(shared.calls, shared.service, deadline);
    }

    @Override
    public SchemaOperations schemas() {
        return new FeignSchemas(shared.calls, shared.service, deadline);
    }

    @Override
    public MetadefOperations metadefs() {
        return new FeignMetadefs(shared.calls, shared.metadefs, deadline);
    }

    /**
     * Returns what can be asked of the identity service beside tokens, which takes Identity v3.
     *
     * @return the identity service; empty where its API is v2.0, as Rackspace's is, and where the transport was built with a {@link
     *     TokenSource} of the application's
     */
    public Optional<Identity> identity() {
        return Optional.ofNullable(shared.projects).map(projects -> new Identity(projects, deadline));
    }

    @Override
    public Optional<Caller> caller() {
        return shared.tokens.caller();
    }

    @Override
    public ClientListener listener() {
        return shared.announcer.listener();
    }

    @Override
    public FeignTransport within(Deadline deadline) {
        return new FeignTransport(shared, requireNonNull(deadline, "deadline"));
    }

    @Override
    public void close() {
        shared.pauses.close();
        shared.engine.close();
    }

    /** Returns on whose behalf this transport calls, as far as it knows. */
    @Override
    public String toString() {
        return "FeignTransport[" + caller().map(Caller::toString).orElse("no token yet") + "]";
    }

    /** What a transport and its views have in common. */
    private static final class Shared {
        private final HttpEngine engine;
        private final TokenSource tokens;
        private final @Nullable Projects projects;
        private final Pauses pauses;
        private final Calls calls;
        private final ImagesApi images;
        private final MembersApi members;
        private final ServiceApi service;
        private final ImportsApi imports;
        private final MetadefApis metadefs;
        private final TasksApi tasks;
        private final ImageCacheApi cache;
        private final LocationsApi locations;
        private final Announcer announcer;

        Shared(
                HttpEngine engine,
                TokenSource tokens,
                Endpoint endpoint,
                @Nullable Projects projects,
                RetrySettings retries,
                Announcer announcer) {
            this.announcer = announcer;
            this.engine = engine;
            this.tokens = tokens;
            this.projects = projects;
            this.pauses = retries.pauses();
            this.calls = new Calls(tokens, endpoint, retries, announcer);
            WireCodec codec = new WireCodec();
            Feign feign = Feign.builder()
                    .client(new ControlPlaneClient(engine))
                    .encoder(codec)
                    .decoder(codec)
                    .retryer(Retryer.NEVER_RETRY)
                    .logLevel(Logger.Level.NONE)
                    .build();
            this.images = feign.newInstance(new PathTarget<>(ImagesApi.class));
            this.imports = feign.newInstance(new PathTarget<>(ImportsApi.class));
            this.members = feign.newInstance(new PathTarget<>(MembersApi.class));
            this.service = feign.newInstance(new PathTarget<>(ServiceApi.class));
            this.metadefs = new MetadefApis(
                    feign.newInstance(new PathTarget<>(NamespacesApi.class)),
                    feign.newInstance(new PathTarget<>(MetadefObjectsApi.class)),
                    feign.newInstance(new PathTarget<>(MetadefPropertiesApi.class)),
                    feign.newInstance(new PathTarget<>(MetadefTagsApi.class)),
                    feign.newInstance(new PathTarget<>(ResourceTypesApi.class)));
            this.tasks = feign.newInstance(new PathTarget<>(TasksApi.class));
            this.cache = feign.newInstance(new PathTarget<>(ImageCacheApi.class));
            this.locations = feign.newInstance(new PathTarget<>(LocationsApi.class));
        }
    }

    /** Leaves a request without a host: the engine sends it to the origin of its attempt, so no template can lead elsewhere. */
    private record PathTarget<T>(Class<T> type) implements Target<T> {
        @Override
        public String name() {
            return type.getSimpleName();
        }

        @Override
        public String url() {
            return "";
        }

        @Override
        public Request apply(RequestTemplate template) {
            return template.request();
        }
    }
}
