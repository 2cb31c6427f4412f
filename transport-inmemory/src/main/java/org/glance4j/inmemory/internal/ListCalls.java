package org.glance4j.inmemory.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.error.ImageServiceException;
import org.glance4j.lifecycle.Access;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Operation;
import org.glance4j.model.Page;
import org.jspecify.annotations.Nullable;

/**
 * Lists images, newest first, a page at a time. Runs under the cloud's lock.
 *
 * <p>Source: {@code glance/api/v2/images.py} (index), {@code glance/db/sqlalchemy/api.py} (image_get_all), 25.1.0.
 */
final class ListCalls {
    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 1000;

    private final Cloud cloud;
    private final Law law;

    ListCalls(Cloud cloud, Law law) {
        this.cloud = cloud;
        this.law = law;
    }

    Page<Image> list(Caller caller, ImageQuery query) {
        int limit = limit(query.limit());
        ImageRequest request = new ImageRequest.ListImages(query.visibilityWord(), query.memberStatusWord());
        law.require(request, (ImageRecord) null, caller);
        List<Image> page = new ArrayList<>();
        for (ImageRecord next : cloud.behind(marker(query.marker(), caller))) {
            if (page.size() == limit) {
                break;
            }
            if (isListed(next, caller, query) && matches(next.image(), query)) {
                page.add(next.image());
            }
        }
        return new Page<>(page, following(page, limit, query));
    }

    /** A page that is full says that more may follow, even if nothing does. */
    private static Optional<ImageQuery> following(List<Image> page, int limit, ImageQuery query) {
        return page.isEmpty() || page.size() < limit
                ? Optional.empty()
                : Optional.of(query.after(page.get(page.size() - 1).id()));
    }

    private boolean isListed(ImageRecord image, Caller caller, ImageQuery query) {
        return Access.isListed(
                image.facts(),
                image.members().statusOf(caller.project()),
                caller,
                law.profile(),
                query.visibilityWord(),
                query.memberStatusWord());
    }

    private static boolean matches(Image image, ImageQuery query) {
        return image.hidden() == Boolean.TRUE.equals(query.hidden())
                && (query.owner() == null || query.owner().equals(image.owner()))
                && (query.name() == null || query.name().equals(image.name()))
                && (query.status() == null || query.status() == image.status())
                && image.tags().containsAll(query.tags());
    }

    private int limit(@Nullable Integer wanted) {
        if (wanted == null) {
            return DEFAULT_LIMIT;
        }
        if (wanted < 0) {
            throw refusal(
                    Refusal.BAD_REQUEST,
                    Rule.PAGE_LIMIT_NEGATIVE,
                    "a page cannot have fewer than 0 images",
                    "limit param must be positive");
        }
        return Math.min(wanted, LARGEST_LIMIT);
    }

    /** The marker need not match the query: it says where in the order the page starts. */
    private @Nullable ImageRecord marker(@Nullable ImageId id, Caller caller) {
        if (id == null) {
            return null;
        }
        ImageRecord marker = cloud.find(id);
        if (marker == null) {
            throw refusal(
                    Refusal.BAD_REQUEST,
                    Rule.MARKER_NOT_FOUND,
                    "there is no image " + id + " to start the page behind",
                    "No image found with ID " + id);
        }
        if (!Access.isVisible(marker.facts(), marker.members().statusOf(caller.project()), caller, law.profile())) {
            throw refusal(
                    Refusal.FORBIDDEN,
                    Rule.MARKER_NOT_VISIBLE,
                    "the page cannot start behind image " + id + ", which project " + caller.project()
                            + " does not see",
                    "Forbidding request, image " + id + " not visible");
        }
        return marker;
    }

    private ImageServiceException refusal(Refusal refusal, Rule rule, String why, String serviceText) {
        return law.refusal(Operation.LIST_IMAGES, null, refusal, rule, why, serviceText);
    }
}
