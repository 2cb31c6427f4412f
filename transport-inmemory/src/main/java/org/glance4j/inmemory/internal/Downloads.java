package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.auth.Caller;
import org.glance4j.error.ImageServiceException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Operation;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Comes by the data that an import has to fetch: from the web, or from another cloud. Whatever goes wrong there makes the import fail.
 *
 * <p>Source: {@code glance/async_/flows/_internal_plugins/web_download.py}, {@code glance_download.py}, {@code api_image_import.py}
 * (_ImportMetadata), 25.1.0.
 */
final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    /** What of another cloud's custom properties comes along, by the beginnings of their names. */
    private static final List<String> COPIED = List.of("hw_", "trait:", "os_distro", "os_secure_boot", "os_type");

    private final Cloud cloud;
    private final ImportSettings site;
    private final DataReceiver receiver;

    Downloads(Cloud cloud, ImportSettings site, DataReceiver receiver) {
        this.cloud = cloud;
        this.site = site;
        this.receiver = receiver;
    }

    /** Returns the address that a text spells; null where it spells none. */
    static @Nullable URI address(@Nullable String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Returns whether the site lets an address through. */
    boolean passes(ImageImport wanted) {
        if (!wanted.method().equals(ImportMethod.WEB_DOWNLOAD)) {
            return true;
        }
        return passes(wanted.uri());
    }

    /** Returns whether a text spells an address that the site lets through. */
    boolean passes(@Nullable String text) {
        URI uri = address(text);
        return uri != null && uri.getHost() != null && site.filter().test(uri);
    }

    Importing.Source by(Caller caller) {
        return (importing, at) -> {
            StoredData found = null;
            try {
                ImageImport wanted = importing.call().wanted();
                if (wanted.method().equals(ImportMethod.WEB_DOWNLOAD)) {
                    found = fromWeb(Operation.IMPORT_IMAGE, importing.imageId(), wanted.uri());
                } else if (wanted.method().equals(ImportMethod.COPY_IMAGE)) {
                    found = fromFirst(Operation.IMPORT_IMAGE, importing.imageId(), importing.locations());
                } else {
                    found = fromRegion(importing, caller, at);
                }
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable e) {
                // The source is the application's code, and the caller who looks has nothing to do with it.
                LOG.debug("the import of image {} cannot fetch its data", importing.imageId(), e);
            } finally {
                StoredData data = found;
                cloud.note(() -> importing.fetched(data, at));
            }
        };
    }

    /** Returns what is found under an address, for a caller that holds it from then on. */
    StoredData fromWeb(Operation operation, ImageId id, @Nullable String address) throws IOException {
        URI uri = address(address);
        if (uri == null) {
            throw new IOException("no address to fetch from");
        }
        try (InputStream in = site.web().open(uri)) {
            return receiver.receive(operation, id, in);
        }
    }

    /** Returns what is found under the first address that has data, for a caller that holds it from then on; null where none has. */
    @Nullable
    StoredData fromFirst(Operation operation, ImageId id, List<ImageLocation> locations) {
        for (ImageLocation location : locations) {
            if (!Locations.isHeld(location)) {
                try {
                    return fromWeb(operation, id, location.url());
                } catch (VirtualMachineError e) {
                    throw e;
                } catch (Throwable e) {
                    // The source is the application's code; the service goes on to the next address likewise.
                    LOG.debug("no data of image {} is found at {}", id, location, e);
                }
            }
        }
        return null;
    }

    private StoredData fromRegion(Importing importing, Caller caller, Instant at) throws IOException {
        ImageImport wanted = importing.call().wanted();
        ImageEngine region = site.regions().get(String.valueOf(wanted.region()));
        if (region == null || wanted.sourceImage() == null) {
            throw new IOException("no such region: " + wanted.region());
        }
        Image source;
        try {
            source = region.get(caller, wanted.sourceImage());
        } catch (ImageServiceException e) {
            throw new IOException("the other region does not show the image", e);
        }
        if (source.status() != ImageStatus.ACTIVE) {
            throw new IOException("the image of the other region is " + source.statusWord());
        }
        cloud.note(() -> bringAlong(importing, source, at));
        try (ImageDownload download = region.download(caller, source.id(), null)) {
            return receiver.receive(Operation.IMPORT_IMAGE, importing.imageId(), download.stream());
        }
    }

    private void bringAlong(Importing importing, Image source, Instant at) {
        ImageRecord image = cloud.find(importing.imageId());
        if (image == null) {
            return;
        }
        Map<String, String> properties = new LinkedHashMap<>(image.image().properties());
        source.properties().forEach((name, value) -> {
            if (COPIED.stream().anyMatch(name::startsWith)) {
                properties.put(name, value);
            }
        });
        importing.describe(
                image.image().toBuilder()
                        .diskFormat(source.diskFormat())
                        .containerFormat(source.containerFormat())
                        .properties(properties),
                at);
    }
}
