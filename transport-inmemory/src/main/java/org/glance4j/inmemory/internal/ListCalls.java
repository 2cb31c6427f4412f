package org.glance4j.inmemory.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.glance4j.model.SortPair;
import org.jspecify.annotations.Nullable;

/**
 * Lists images, a page at a time. Runs under the cloud's lock.
 *
 * <p>Source: {@code glance/api/v2/images.py} (index), {@code glance/db/sqlalchemy/api.py} (image_get_all), 25.1.0.
 */
final class ListCalls {
    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 1000;

    private final Cloud cloud;
    private final Law law;
    private final Showing showing;

    ListCalls(Cloud cloud, Law law, Showing showing) {
        this.cloud = cloud;
        this.law = law;
        this.showing = showing;
    }

    Page<Image> list(Caller caller, ImageQuery query) {
        int limit = limit(query.limit());
        ImageRequest request = new ImageRequest.ListImages(query.visibilityWord(), query.memberStatusWord());
        law.require(request, (ImageRecord) null, caller);
        ImageRecord marker = marker(query.marker(), caller);
        ImageFilter filter = new ImageFilter(query);
        List<Image> page = behind(marker, query.sort())
                .filter(image -> isListed(image, caller, query) && filter.matches(image))
                .limit(limit)
                .map(image -> showing.image(image, caller))
                .toList();
        return new Page<>(page, following(page, limit, query));
    }

    /** The cloud keeps its images newest first; any other order is made for each page. */
    private Stream<ImageRecord> behind(@Nullable ImageRecord marker, List<SortPair> sort) {
        if (sort.isEmpty()) {
            return cloud.behind(marker).stream();
        }
        Comparator<ImageRecord> order = ListOrder.of(sort);
        return cloud.all().stream()
                .filter(image -> marker == null || order.compare(image, marker) > 0)
                .sorted(order);
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

    /** The marker need not match the query: it says where in the order the page starts. An admin's may be deleted already. */
    private @Nullable ImageRecord marker(@Nullable ImageId id, Caller caller) {
        if (id == null) {
            return null;
        }
        ImageRecord deleted = caller.isAdmin() ? cloud.findDeleted(id) : null;
        if (deleted != null) {
            return deleted;
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
