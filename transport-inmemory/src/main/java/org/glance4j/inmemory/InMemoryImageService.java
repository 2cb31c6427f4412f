package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.internal.EngineSettings;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.inmemory.internal.ImportSettings;
import org.glance4j.inmemory.internal.InMemoryEngine;
import org.glance4j.inmemory.internal.Site;
import org.glance4j.lifecycle.Limits;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Store;
import org.glance4j.model.TaskId;
import org.glance4j.transport.ImageTransport;

/**
 * An Image service in a heap: one cloud, empty at first, that behaves as Glance does, its refusals and its order of checks
 * included. A refusal names the one rule that refused.
 *
 * <p>{@link #as} connects a caller; what one caller changes, the others see at once. Projects need not be made known: a
 * caller's project exists by calling.
 *
 * <p>Safe for use by several threads; every operation is atomic. Uploads and downloads let others work meanwhile. Close the
 * service to delete its temporary files.
 */
public final class InMemoryImageService implements AutoCloseable {
    private final InMemoryEngine kept;
    private final ImageEngine engine;
    private final AtomicBoolean closed = new AtomicBoolean();

    private InMemoryImageService(EngineSettings settings, UnaryOperator<ImageEngine> front) {
        this.kept = new InMemoryEngine(settings);
        this.engine = front.apply(kept);
    }

    /**
     * Returns an empty service with Glance's own defaults, in {@link Profile#SECURE_RBAC}.
     *
     * @return the service
     */
    public static InMemoryImageService create() {
        return builder().build();
    }

    /**
     * Returns a builder with Glance's own defaults.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a caller's way to this service. It needs not be closed; closing it closes nothing but itself.
     *
     * @param caller the project and roles to act with
     * @return the transport
     */
    public ImageTransport as(Caller caller) {
        return InMemoryTransport.open(engine, requireNonNull(caller, "caller"), closed::get);
    }

    /**
     * Returns the authorization rules that the service applies.
     *
     * @return the profile
     */
    public Profile profile() {
        return engine.profile();
    }

    /**
     * Returns what serves the same cloud to this library's HTTP side. No promise is made of it.
     *
     * @return the engine
     */
    public ImageEngine engine() {
        return engine;
    }

    /**
     * Deletes the temporary files. Calls under way and later ones end with a {@link
     * org.glance4j.error.TransportClosedException}. Closing again does nothing.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            kept.close();
        }
    }

    /** Collects what makes a service differ from the default. Not safe for use by several threads. */
    public static final class Builder {
        private static final long DEFAULT_IMAGE_SIZE_CAP = 1L << 40;
        private static final long DEFAULT_MEMORY_BUDGET = 16L << 20;

        private InstantSource clock = InstantSource.system();
        private Supplier<ImageId> ids = () -> ImageId.of(UUID.randomUUID());
        private Supplier<String> requestIds = () -> "req-" + UUID.randomUUID();
        private Profile profile = Profile.SECURE_RBAC;
        private Limits limits = Limits.DEFAULTS;
        private long imageSizeCapBytes = DEFAULT_IMAGE_SIZE_CAP;
        private long memoryBudgetBytes = DEFAULT_MEMORY_BUDGET;
        private UnaryOperator<ImageEngine> front = UnaryOperator.identity();
        private List<ImportMethod> importMethods =
                List.of(ImportMethod.GLANCE_DIRECT, ImportMethod.WEB_DOWNLOAD, ImportMethod.COPY_IMAGE);
        private List<Store> stores = List.of();
        private Duration importDelay = Duration.ofMillis(100);
        private Duration importDuration = Duration.ofMillis(200);
        private WebSource webSource = WebSource.none();
        private final Map<String, ImageEngine> regions = new HashMap<>();
        private Supplier<TaskId> taskIds = () -> TaskId.of(UUID.randomUUID());
        private boolean imageCache;
        private boolean openTasks;
        private boolean openLocations;
        private boolean showDirectUrl;
        private Path temporaryDirectory = Path.of(System.getProperty("java.io.tmpdir"));

        private Builder() {}

        /**
         * Sets what tells the time; the system's clock by default. Times within the service increase strictly, by nanoseconds
         * where the clock stands, and are shown in whole seconds.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(InstantSource clock) {
            this.clock = requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets what makes the ids of images that are created without one; random UUIDs by default.
         *
         * @param ids gives a new id each time, of 8-4-4-4-12 hexadecimal digits
         * @return this builder
         */
        public Builder ids(Supplier<ImageId> ids) {
            this.ids = requireNonNull(ids, "ids");
            return this;
        }

        /**
         * Sets what makes the request ids that refusals carry; {@code req-} and a random UUID by default.
         *
         * @param requestIds gives a new request id each time
         * @return this builder
         */
        public Builder requestIds(Supplier<String> requestIds) {
            this.requestIds = requireNonNull(requestIds, "requestIds");
            return this;
        }

        /**
         * Sets the authorization rules; {@link Profile#SECURE_RBAC} by default.
         *
         * @param profile the profile
         * @return this builder
         */
        public Builder profile(Profile profile) {
            this.profile = requireNonNull(profile, "profile");
            return this;
        }

        /**
         * Sets how many members an image may have; 128 by default.
         *
         * @param members the most; negative for any number
         * @return this builder
         */
        public Builder memberQuota(int members) {
            this.limits = new Limits(members, limits.tags(), limits.properties());
            return this;
        }

        /**
         * Sets how many tags an image may have; 128 by default.
         *
         * @param tags the most; negative for any number
         * @return this builder
         */
        public Builder tagQuota(int tags) {
            this.limits = new Limits(limits.members(), tags, limits.properties());
            return this;
        }

        /**
         * Sets how many custom properties an image may have; 128 by default.
         *
         * @param properties the most; negative for any number
         * @return this builder
         */
        public Builder propertyQuota(int properties) {
            this.limits = new Limits(limits.members(), limits.tags(), properties);
            return this;
        }

        /**
         * Sets how much data an image may have; 1 TiB by default.
         *
         * @param bytes the most bytes
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder imageSizeCapBytes(long bytes) {
            this.imageSizeCapBytes = notNegative(bytes, "imageSizeCapBytes");
            return this;
        }

        /**
         * Sets how much data is kept in the heap, of all images together; 16 MiB by default. What goes beyond is kept in
         * temporary files.
         *
         * @param bytes the most bytes
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder memoryBudgetBytes(long bytes) {
            this.memoryBudgetBytes = notNegative(bytes, "memoryBudgetBytes");
            return this;
        }

        /**
         * Sets where data beyond the memory budget goes; the system's directory for temporary files by default.
         *
         * @param directory a directory that is there
         * @return this builder
         */
        public Builder temporaryDirectory(Path directory) {
            this.temporaryDirectory = requireNonNull(directory, "directory");
            return this;
        }

        /**
         * Sets what is to go wrong; nothing by default.
         *
         * @param faults the faults, which may be ordered later
         * @return this builder
         */
        public Builder faults(Faults faults) {
            requireNonNull(faults, "faults");
            return front(engine -> FaultingEngine.before(engine, faults));
        }

        /** Sets what stands between both doors and the engine. */
        Builder front(UnaryOperator<ImageEngine> front) {
            this.front = front;
            return this;
        }

        /**
         * Sets the import methods that the site enables; {@code glance-direct}, {@code web-download} and {@code copy-image} by
         * default.
         *
         * @param methods the methods, in the order in which they are listed
         * @return this builder
         */
        public Builder importMethods(ImportMethod... methods) {
            this.importMethods = List.of(methods);
            return this;
        }

        /**
         * Sets whether the site has a cache of image data, which admins manage; none by default. With one, versions 2.16 and 2.14 of
         * the API are offered too.
         *
         * @param present whether there is one
         * @return this builder
         */
        public Builder imageCache(boolean present) {
            this.imageCache = present;
            return this;
        }

        /**
         * Sets the stores of the site. By default it has one store, without a name. A read-only store fails every import into it.
         *
         * @param stores the stores, in the order in which they are listed; where none is the default one, the first is
         * @return this builder
         * @throws IllegalArgumentException if two of them have one id
         */
        public Builder stores(Store... stores) {
            if (Stream.of(stores).map(Store::id).distinct().count() < stores.length) {
                throw new IllegalArgumentException("two stores have one id");
            }
            this.stores = List.of(stores);
            return this;
        }

        /**
         * Sets whether everybody may work with tasks, each project with its own, as Rackspace has it; admins only by default. The kinds of
         * tasks stay Glance's.
         *
         * @param open whether they may
         * @return this builder
         */
        public Builder openTasks(boolean open) {
            this.openTasks = open;
            return this;
        }

        /**
         * Sets whether the site shows where data is, and takes addresses of data that is elsewhere: {@code show_multiple_locations};
         * closed by default. The data behind an address is what {@link #webSource} finds there, each time it is asked for. An address
         * belongs to the first read-only store, and of several stores one must be read-only for that. With locations open,
         * version 2.17 of the API is offered too.
         *
         * @param open whether it does
         * @return this builder
         */
        public Builder openLocations(boolean open) {
            this.openLocations = open;
            return this;
        }

        /**
         * Sets whether images show the address of their data as {@code direct_url}: {@code show_image_direct_url}; they do not by
         * default.
         *
         * @param shown whether they do
         * @return this builder
         */
        public Builder showDirectUrl(boolean shown) {
            this.showDirectUrl = shown;
            return this;
        }

        /**
         * Sets how long an import is pending before it begins; 100 milliseconds by default. Nothing waits and no thread runs: when
         * the clock says so, the import has begun.
         *
         * @param delay the time
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder importDelay(Duration delay) {
            this.importDelay = notNegative(delay, "importDelay");
            return this;
        }

        /**
         * Sets how long an import takes for each store, once it has begun; 200 milliseconds by default.
         *
         * @param duration the time
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder importDuration(Duration duration) {
            this.importDuration = notNegative(duration, "importDuration");
            return this;
        }

        /**
         * Sets what {@code web-download}, tasks of imports and open locations find; {@link WebSource#none} by default.
         *
         * @param web the web
         * @return this builder
         */
        public Builder webSource(WebSource web) {
            this.webSource = requireNonNull(web, "web");
            return this;
        }

        /**
         * Adds a region that {@code glance-download} reads from, as the caller that asks for the import.
         *
         * @param region the region's id
         * @param service its Image service, which its owner closes
         * @return this builder
         */
        public Builder region(String region, InMemoryImageService service) {
            regions.put(requireNonNull(region, "region"), service.engine());
            return this;
        }

        /**
         * Sets what makes the ids of tasks; random UUIDs by default.
         *
         * @param taskIds gives a new id each time
         * @return this builder
         */
        public Builder taskIds(Supplier<TaskId> taskIds) {
            this.taskIds = requireNonNull(taskIds, "taskIds");
            return this;
        }

        private static Duration notNegative(Duration duration, String name) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException(name + " is negative: " + duration);
            }
            return duration;
        }

        /**
         * Returns the service, empty. Who builds it closes it.
         *
         * @return the service
         */
        public InMemoryImageService build() {
            ImportSettings imports = new ImportSettings(
                    importMethods,
                    stores,
                    importDelay,
                    importDuration,
                    webSource::allows,
                    webSource::open,
                    regions,
                    taskIds);
            return new InMemoryImageService(
                    new EngineSettings(
                            clock,
                            ids,
                            requestIds,
                            profile,
                            limits,
                            imageSizeCapBytes,
                            memoryBudgetBytes,
                            temporaryDirectory,
                            imports,
                            new Site(imageCache, openTasks, !stores.isEmpty(), openLocations, showDirectUrl)),
                    front);
        }

        private static long notNegative(long bytes, String name) {
            if (bytes < 0) {
                throw new IllegalArgumentException(name + " is negative: " + bytes);
            }
            return bytes;
        }
    }
}
