package org.glance4j;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.glance4j.auth.Caller;
import org.glance4j.cache.CachingTransport;
import org.glance4j.cache.MemberCacheSettings;
import org.glance4j.cache.MemberCacheStatistics;
import org.glance4j.data.VerifiedData;
import org.glance4j.internal.Backoff;
import org.glance4j.internal.Calls;
import org.glance4j.model.Capabilities;
import org.glance4j.sharing.Sharing;
import org.glance4j.transport.ImageCacheOperations;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.LocationOperations;
import org.glance4j.transport.MemberOperations;
import org.glance4j.transport.Pauser;
import org.glance4j.transport.SchemaOperations;
import org.glance4j.transport.ServiceOperations;
import org.glance4j.transport.StoreOperations;

/**
 * The Image service, as one caller sees it: {@link #images()}, {@link #data()}, {@link #members()}, {@link #sharing()} for
 * the handshake between owner and consumer, and {@link #metadefs()} for the catalog of metadata definitions.
 *
 * <pre>{@code
 * ImageClient owner = ImageClient.of(transport);
 * Image image = owner.images().create(NewImage.named("debian-12").build());
 * owner.sharing().offer(image.id(), consumerProject);
 * }</pre>
 *
 * <p>All calls block. {@link #within} gives a view whose calls each end within a duration; without it a call takes as long as
 * the transport lets it. Failures are leaves of {@link org.glance4j.error.ImageServiceException}.
 *
 * <p>Looking up a single member is cached, with a staleness of up to {@link MemberCacheSettings#timeToLive()} for changes
 * that others make; a change through this client shows in its next look-up. Nothing else is cached. The cache belongs to one
 * client and its views.
 *
 * <p>A client is safe for use by several threads, and made once for each caller. It holds no thread or connection and is not
 * closed: who made the transport closes that.
 */
public final class ImageClient {
    private final Calls calls;
    private final ImageTransport transport;
    private final Images images;
    private final VerifiedData data;
    private final MemberOperations members;
    private final Sharing sharing;
    private final Pauser pauser;
    private final RandomGenerator random;
    private final Ticker ticker;

    private ImageClient(
            Calls calls,
            ImageTransport transport,
            MemberOperations members,
            Pauser pauser,
            RandomGenerator random,
            Ticker ticker) {
        this.calls = calls;
        this.transport = transport;
        this.images = new Images(calls);
        this.data = new VerifiedData(calls, pauser, random, ticker);
        this.members = members;
        this.sharing = new Sharing(calls, pauser, random);
        this.pauser = pauser;
        this.random = random;
        this.ticker = ticker;
    }

    /**
     * Returns a client with default settings.
     *
     * @param transport one caller's way to the service; it stays open when the client is no longer used
     * @return the client
     */
    public static ImageClient of(ImageTransport transport) {
        return builder(transport).build();
    }

    /**
     * Returns a builder with default settings.
     *
     * @param transport one caller's way to the service; it stays open when the client is no longer used
     * @return the builder
     */
    public static Builder builder(ImageTransport transport) {
        return new Builder(transport);
    }

    /**
     * Returns the operations on image records.
     *
     * @return the operations
     */
    public Images images() {
        return images;
    }

    /**
     * Returns the operations on image data: upload and download, compared with the hash on record. {@link ImageTransport#data()} has
     * them without.
     *
     * @return the operations
     */
    public VerifiedData data() {
        return data;
    }

    /**
     * Returns the operations on the members of images, one request each. {@link #sharing()} is built of them.
     *
     * @return the operations; {@link MemberOperations#get} is cached
     */
    public MemberOperations members() {
        return members;
    }

    /**
     * Returns the operations on the catalog of metadata definitions: namespaces with their objects, properties, tags and types of
     * resources.
     *
     * @return the operations
     */
    public Metadefs metadefs() {
        return new Metadefs(calls);
    }

    /**
     * Returns the handshake between an image's owner and its consumers.
     *
     * @return the handshake
     */
    public Sharing sharing() {
        return sharing;
    }

    /**
     * Returns the imports of image data by the service itself, and the waits for images and tasks.
     *
     * @return the imports
     */
    public Imports imports() {
        return new Imports(calls, pauser, new Backoff(random), ticker);
    }

    /**
     * Returns the operations on the stores that hold image data.
     *
     * @return the operations
     */
    public StoreOperations stores() {
        return new LimitedStores(calls);
    }

    /**
     * Returns the operations on the service's tasks. Most clouds open them to admins only.
     *
     * @return the operations
     */
    public Tasks tasks() {
        return new Tasks(calls);
    }

    /**
     * Returns the operations on the service's cache of image data, for admins.
     *
     * @return the operations
     */
    public ImageCacheOperations imageCache() {
        return new LimitedImageCache(calls);
    }

    /**
     * Returns the operations on the locations of image data, for services that work together with the Image service.
     *
     * @return the operations
     */
    public LocationOperations locations() {
        return new LimitedLocations(calls);
    }

    /**
     * Returns what the service says of itself: its versions, and the caller's use of what is limited.
     *
     * @return the operations
     */
    public ServiceOperations service() {
        return new LimitedService(calls);
    }

    /**
     * Returns the service's schemas.
     *
     * @return the operations
     */
    public SchemaOperations schemas() {
        return new LimitedSchemas(calls);
    }

    /**
     * Returns what the service offers, going by the versions that it lists. The service is asked once; later calls, also through
     * views, get the same answer.
     *
     * <p>This client asks by itself before the first call of an operation that not every service has, and refuses what is not
     * offered with an {@link org.glance4j.error.OperationNotOfferedException}. Where the versions cannot be had it refuses
     * nothing.
     *
     * @return the capabilities
     */
    public Capabilities capabilities() {
        return calls.capabilities();
    }

    /**
     * Returns on whose behalf this client calls, as far as its transport knows without asking anybody.
     *
     * @return the caller, empty where the transport does not know
     */
    public Optional<Caller> caller() {
        return transport.caller();
    }

    /**
     * Returns a view of this client whose calls each end within a duration, with a {@link
     * org.glance4j.error.DeadlineExceededException} where they have not ended otherwise. The duration covers the whole call
     * with all its requests, waiting and data, and counts from when the call begins; of a listing, from when a page is asked
     * for. The view is cheap, shares everything with this client, and can be kept.
     *
     * @param duration how long a call may take; it replaces the one that this client has
     * @return the view
     */
    public ImageClient within(Duration duration) {
        Calls limited = calls.within(duration);
        return new ImageClient(limited, transport, new LimitedMembers(limited), pauser, random, ticker);
    }

    /**
     * Returns what the member look-ups have come to since the client was made.
     *
     * @return the figures, empty where members are not cached
     */
    public Optional<MemberCacheStatistics> memberCacheStatistics() {
        return transport instanceof CachingTransport caching ? Optional.of(caching.statistics()) : Optional.empty();
    }

    /** Collects a client's settings. Not safe for use by several threads. */
    public static final class Builder {
        private final ImageTransport transport;
        private MemberCacheSettings memberCache = MemberCacheSettings.defaults();
        private Ticker ticker = Ticker.systemTicker();
        private Pauser pauser = Pauser.sleeping();
        private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

        private Builder(ImageTransport transport) {
            this.transport = requireNonNull(transport, "transport");
        }

        /**
         * Sets how single members are cached.
         *
         * @param settings the settings; {@link MemberCacheSettings#off()} for no cache
         * @return this builder
         */
        public Builder memberCache(MemberCacheSettings settings) {
            this.memberCache = requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Sets what deadlines, the cache and rates of data tell the time by.
         *
         * @param ticker the ticker
         * @return this builder
         */
        public Builder ticker(Ticker ticker) {
            this.ticker = requireNonNull(ticker, "ticker");
            return this;
        }

        /**
         * Sets what lets time pass between two looks at a member whose decision is awaited, and before a transfer of data goes on.
         *
         * @param pauser the pauser
         * @return this builder
         */
        public Builder pauser(Pauser pauser) {
            this.pauser = requireNonNull(pauser, "pauser");
            return this;
        }

        /**
         * Sets what the pauses are varied by.
         *
         * @param random the source, safe for use by as many threads as the client
         * @return this builder
         */
        public Builder random(RandomGenerator random) {
            this.random = requireNonNull(random, "random");
            return this;
        }

        /**
         * Returns the client.
         *
         * @return the client
         */
        public ImageClient build() {
            ImageTransport door =
                    memberCache.isOff() ? transport : CachingTransport.over(transport, memberCache, ticker);
            Calls calls = Calls.unlimited(door, ticker);
            return new ImageClient(calls, door, door.members(), pauser, random, ticker);
        }
    }
}
