package org.glance4j.inmemory.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.glance4j.error.NoImageDataException;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageDownload;

/** Image data, streamed both ways. Source: {@code glance/api/v2/image_data.py} and {@code common/wsgi.py}, 25.1.0. */
final class DataEndpoints {
    private final ImageEngine engine;

    DataEndpoints(ImageEngine engine) {
        this.engine = engine;
    }

    WireResponse upload(Exchange exchange) throws IOException {
        if (!ImageEndpoints.mediaType(exchange.request()).equals("application/octet-stream")) {
            throw ImageEndpoints.unsupported(exchange.request(), Map.of());
        }
        StoreId store =
                exchange.request().header("X-Image-Meta-Store").map(StoreId::of).orElse(null);
        engine.upload(exchange.caller(), exchange.imageId(), exchange.request().body(), store);
        return WireResponse.empty(204);
    }

    WireResponse download(Exchange exchange) {
        Optional<String> wanted = RangeHeader.of(exchange.request());
        try {
            if (wanted.isEmpty()) {
                return whole(engine.download(exchange.caller(), exchange.imageId(), null));
            }
            return part(exchange, wanted.get());
        } catch (NoImageDataException e) {
            return WireResponse.bare(204);
        }
    }

    private WireResponse part(Exchange exchange, String wanted) {
        StringBuilder given = new StringBuilder("bytes ");
        ImageDownload download = engine.downloadPart(exchange.caller(), exchange.imageId(), size -> {
            RangeHeader range = RangeHeader.parse(wanted, size);
            given.append(range.first() + "-" + range.last() + "/" + range.total());
            return range.asked();
        });
        return response(206, download).with("Content-Range", given.toString());
    }

    private static WireResponse whole(ImageDownload download) {
        return response(200, download);
    }

    private static WireResponse response(int status, ImageDownload download) {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("Content-Type", List.of("application/octet-stream"));
        // Glance writes the digits, not base64 as RFC 1864 has it, and always those of the whole data.
        download.checksum().ifPresent(checksum -> headers.put("Content-MD5", List.of(checksum)));
        return new WireResponse(
                status, headers, download.stream(), download.sizeBytes().orElseThrow());
    }
}
