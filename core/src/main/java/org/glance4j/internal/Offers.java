package org.glance4j.internal;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OperationNotOfferedException;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Capabilities;
import org.glance4j.model.Operation;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/**
 * Knows what a service offers, from one question for its versions, and refuses what it does not. Where the versions cannot be
 * had nothing is refused: the service then answers for itself. What is not known or not offered is asked for again after ten
 * minutes, at the next call that it matters to. Safe for use by several threads, which may each ask the first time.
 */
final class Offers {
    private static final Duration LIFE_OF_A_NO = Duration.ofMinutes(10);

    private final Ticker ticker;
    private volatile @Nullable Known known;

    Offers(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Returns if the service offers the operation, or may. */
    void require(Operation operation, ImageTransport transport) {
        if (Capabilities.neededMinor(operation).isEmpty()) {
            return;
        }
        Known now = known;
        if (now == null || (now.isOld(ticker) && !now.offers(operation))) {
            now = ask(transport);
        }
        Capabilities capabilities = now.capabilities;
        if (capabilities != null && !capabilities.supports(operation)) {
            throw notOffered(operation, capabilities);
        }
    }

    /** Returns what the service offers, asking it only if that is not known. */
    Capabilities capabilities(ImageTransport transport) {
        Known now = known;
        if (now != null && now.capabilities != null) {
            return now.capabilities;
        }
        Capabilities asked = new Capabilities(transport.service().versions());
        known = new Known(asked, ticker.read());
        return asked;
    }

    private Known ask(ImageTransport transport) {
        Capabilities capabilities = null;
        try {
            capabilities = new Capabilities(transport.service().versions());
        } catch (ImageServiceException unknown) {
            // Whatever it is, the call itself meets it too or does not need to know: it is not for this question to
            // fail it.
            capabilities = null;
        }
        Known asked = new Known(capabilities, ticker.read());
        known = asked;
        return asked;
    }

    private static OperationNotOfferedException notOffered(Operation operation, Capabilities capabilities) {
        int needed = Capabilities.neededMinor(operation).orElseThrow();
        ApiVersions versions = capabilities.versions();
        int highest = versions.highestMinor().orElseThrow();
        String problem = "it takes version 2." + needed + " of the Image API, and the service "
                + (highest < needed ? "goes up to 2." + highest : "goes up to 2." + highest + " without it");
        return new OperationNotOfferedException(
                Failure.of(operation).advice(problem).build(), needed, highest);
    }

    /** What was answered, nothing where there was no answer, and when. */
    private record Known(@Nullable Capabilities capabilities, long at) {

        boolean isOld(Ticker ticker) {
            return ticker.read() - at >= LIFE_OF_A_NO.toNanos();
        }

        boolean offers(Operation operation) {
            return capabilities != null && capabilities.supports(operation);
        }
    }
}
