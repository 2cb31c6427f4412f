package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.lifecycle.LocationFacts;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.LocationChange;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where data is: held here, under an address as a file store gives it, or elsewhere, under an address of the web.
 *
 * <p>Source: {@code glance/common/store_utils.py} (validate_external_location, get_updated_store_location), {@code
 * glance/location.py}, 25.1.0.
 *
 * @param isOpen whether the site takes addresses of data that is elsewhere
 * @param site its stores and its web
 * @param downloads which addresses it lets through
 */
record Locations(boolean isOpen, ImportSettings site, Downloads downloads) {
    private static final Logger LOG = LoggerFactory.getLogger(Locations.class);
    private static final String HELD = "file:///var/lib/glance/";
    private static final String STORE = "store";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int BUFFER = 1 << 16;

    /** Returns where a store holds an image's data; null stands for the one store of a site. */
    static ImageLocation held(ImageId id, @Nullable StoreId store) {
        return store == null
                ? ImageLocation.at(HELD + "images/" + id)
                : new ImageLocation(HELD + store + "/" + id, Map.of(STORE, store.value()), null);
    }

    private @Nullable StoreId holder(ImageLocation held) {
        String path = held.url().substring(HELD.length());
        return site.hasSeveralStores() ? StoreId.of(path.substring(0, path.indexOf('/'))) : null;
    }

    static boolean isHeld(ImageLocation location) {
        return location.url().startsWith(HELD);
    }

    /** Returns the store of a location; null where none is named. */
    static @Nullable StoreId store(ImageLocation location) {
        return location.metadata().get(STORE) instanceof String store && !store.isEmpty() ? StoreId.of(store) : null;
    }

    static List<StoreId> stores(List<ImageLocation> locations) {
        List<StoreId> stores = new ArrayList<>();
        for (ImageLocation location : locations) {
            StoreId store = store(location);
            if (store != null) {
                stores.add(store);
            }
        }
        return stores;
    }

    /** Returns the addresses that a patch names, none where locations are closed. */
    Set<String> addresses(ImagePatch patch) {
        Set<String> addresses = new LinkedHashSet<>();
        if (isOpen) {
            for (ImagePatch.Operation operation : patch.operations()) {
                if (operation.value() instanceof LocationChange change && change.location() != null) {
                    addresses.add(change.location().url());
                } else if (operation.value() instanceof List<?> list) {
                    for (Object each : list) {
                        if (each instanceof ImageLocation location) {
                            addresses.add(location.url());
                        }
                    }
                }
            }
        }
        return addresses;
    }

    /**
     * Returns how much data is under each address that has any and that the site takes. After each read it is asked whether the call may go
     * on. Runs without the cloud's lock.
     */
    Map<String, Long> sizes(Set<String> addresses, Runnable goOn) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String address : addresses) {
            long size = isTaken(address) ? size(address, goOn) : 0;
            if (size > 0) {
                sizes.put(address, size);
            }
        }
        return sizes;
    }

    /** Returns whether the site takes an address, whatever is found there. */
    boolean isTaken(String address) {
        URI uri = Downloads.address(address);
        return uri != null
                && SCHEMES.contains(String.valueOf(uri.getScheme()))
                && hasWebStore()
                && downloads.passes(address);
    }

    boolean hasWebStore() {
        return !site.hasSeveralStores() || webStore() != null;
    }

    /** Returns the store that addresses belong to: of several, the one that takes no data; null where the site has one store. */
    @Nullable
    StoreId webStore() {
        return site.stores().stream()
                .filter(Store::isReadOnly)
                .findFirst()
                .map(Store::id)
                .orElse(null);
    }

    private long size(String address, Runnable goOn) {
        URI uri = Downloads.address(address);
        if (uri == null) {
            return 0;
        }
        try (InputStream in = site.web().open(uri)) {
            return count(in, goOn);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // The source is the application's code; for the service there is no data then.
            LOG.debug("nothing is found at {}", ImageLocation.at(address), e);
            if (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException)) {
                Thread.currentThread().interrupt();
            }
            goOn.run();
            return 0;
        }
    }

    private static long count(InputStream in, Runnable goOn) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            goOn.run();
        }
        return size;
    }

    /** Returns a location as it is kept: with its store, without what was told of the data. */
    ImageLocation kept(ImageLocation location) {
        return new ImageLocation(location.url(), located(location).metadata(), null);
    }

    /** Returns a location with its store, which its address tells, whatever was said of it. */
    ImageLocation located(ImageLocation location) {
        StoreId store = isHeld(location) ? holder(location) : webStore();
        if (store == null) {
            return location;
        }
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(location.metadata());
        metadata.put(STORE, store.value());
        return new ImageLocation(location.url(), metadata, location.validation());
    }

    /** Returns what matters to the rules. */
    LocationFacts facts(@Nullable ImageRecord record, Set<String> usable) {
        if (!isOpen || record == null) {
            return LocationFacts.CLOSED;
        }
        Image image = record.image();
        return new LocationFacts(true, record.locations(), usable, webStore(), image.checksum(), image.hash());
    }
}
