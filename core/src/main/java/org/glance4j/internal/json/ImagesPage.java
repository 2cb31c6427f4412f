package org.glance4j.internal.json;

import java.util.List;
import org.glance4j.model.Image;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a listing.
 *
 * @param images the images in the order of the answer
 * @param next the link to the following page as the service wrote it; null where it says that there is none
 */
public record ImagesPage(List<Image> images, @Nullable String next) {

    /** Copies the images. */
    public ImagesPage {
        images = List.copyOf(images);
    }
}
