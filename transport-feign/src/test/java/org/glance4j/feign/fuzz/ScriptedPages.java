package org.glance4j.feign.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glance4j.error.ListingNotAdvancingException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Page;
import org.glance4j.transport.ImageOperations;
import org.glance4j.transport.Listing;

/**
 * Pages by a script that begins anew when it is over: a byte's lowest bit tells whether there is a next page, the two above how
 * many images this one has, and each image is the byte behind.
 */
final class ScriptedPages implements ImageOperations {
    private static final int MANY_TIMES = 16;

    private final byte[] script;
    private int at;
    private int served;

    private ScriptedPages(byte[] script) {
        this.script = script;
    }

    /** Walks all pages; a walk that goes round must end, and no image comes that no page had. */
    static void walk(byte[] script) {
        if (script.length == 0) {
            return;
        }
        ScriptedPages pages = new ScriptedPages(script);
        int seen = 0;
        try {
            for (Image image :
                    Listing.ofImages(() -> pages, ImageQuery.defaults()).filter(Image::isProtected)) {
                seen += image.isProtected() ? 1 : 1000;
            }
        } catch (ListingNotAdvancingException goesRound) {
            if (goesRound.getMessage().isBlank()) {
                throw new AssertionError("ended without a word", goesRound);
            }
        }
        if (seen > pages.served) {
            throw new AssertionError(seen + " images of " + pages.served);
        }
    }

    @Override
    public Page<Image> list(ImageQuery query) {
        byte head = take();
        List<Image> images = new ArrayList<>();
        for (int left = head >> 1 & 3; left > 0; left--) {
            byte id = take();
            images.add(Image.builder(ImageId.of("image-" + id), ImageStatus.ACTIVE, Instant.EPOCH)
                    .isProtected(id % 2 == 0)
                    .build());
        }
        served += images.size();
        if (at > MANY_TIMES * (script.length + 1)) {
            throw new AssertionError("the walk goes on though the pages went round " + MANY_TIMES + " times");
        }
        return new Page<>(images, (head & 1) == 1 ? Optional.of(query) : Optional.empty());
    }

    private byte take() {
        return script[at++ % script.length];
    }

    @Override
    public Image create(NewImage image) {
        throw new UnsupportedOperationException("create");
    }

    @Override
    public Image get(ImageId id) {
        throw new UnsupportedOperationException("get");
    }

    @Override
    public Image update(ImageId id, ImagePatch patch) {
        throw new UnsupportedOperationException("update");
    }

    @Override
    public void delete(ImageId id) {
        throw new UnsupportedOperationException("delete");
    }

    @Override
    public void addTag(ImageId id, String tag) {
        throw new UnsupportedOperationException("addTag");
    }

    @Override
    public void removeTag(ImageId id, String tag) {
        throw new UnsupportedOperationException("removeTag");
    }

    @Override
    public void deactivate(ImageId id) {
        throw new UnsupportedOperationException("deactivate");
    }

    @Override
    public void reactivate(ImageId id) {
        throw new UnsupportedOperationException("reactivate");
    }
}
