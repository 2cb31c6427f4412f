package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.NotFoundException;
import org.glance4j.model.CachedImage;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cache of image data, where the site has one. Other users' entries in it are left alone. */
abstract class CacheContract extends ResourceContract {
    private static final int LOOKS = 600;

    @BeforeEach
    final void siteHasACache() {
        boolean hasCache = admin().service().versions().lists(14);
        if (!hasCache) {
            refused(NotFoundException.class, 404, () -> admin().imageCache().list());
        }
        assumeTrue(hasCache, "the site has no cache: its configuration names no directory for one");
    }

    private boolean isQueued(ImageId image) {
        return admin().imageCache().list().queued().contains(image);
    }

    private boolean isCached(ImageId image) {
        return admin().imageCache().list().cached().stream()
                .anyMatch(each -> each.imageId().equals(image));
    }

    /** Looks until the service has put an image into its cache, which it does by itself. */
    private CachedImage cached(ImageId image) {
        admin().imageCache().queue(image);
        for (int i = 0; i < LOOKS; i++) {
            ImageCacheState state = admin().imageCache().list();
            for (CachedImage each : state.cached()) {
                if (each.imageId().equals(image)) {
                    return each;
                }
            }
            target().awaitProgress();
        }
        throw new AssertionError("image " + image + " was not cached");
    }

    @Test
    final void queuedImageIsCachedSoonAndStaysUntilItIsRemoved() {
        ImageId image = withData(new byte[] {1, 2, 3});
        CachedImage entry = cached(image);
        assertThat(entry.sizeBytes()).isEqualTo(3);
        assertThat(entry.hits()).isZero();
        assertThat(entry.lastModified()).isNotNull();
        assertThat(isQueued(image)).isFalse();
        admin().imageCache().queue(image);
        assertThat(isCached(image)).isTrue();
        // Another one: a real service may be about to cache again what was queued again.
        ImageId removed = withData(new byte[] {4, 5, 6});
        assertThat(cached(removed).sizeBytes()).isEqualTo(3);
        admin().imageCache().remove(removed);
        assertThat(isCached(removed)).isFalse();
        admin().imageCache().remove(removed);
        answers(202, Party.ADMIN, WireRequest.of("PUT", "/v2/cache/" + removed));
        answers(204, Party.ADMIN, WireRequest.of("DELETE", "/v2/cache/" + removed));
    }

    @Test
    final void cacheIsManagedByAdminsOnly() {
        ImageId image = sharedWithConsumer(MemberStatus.ACCEPTED);
        refused(ForbiddenException.class, 403, () -> owner().imageCache().list());
        refused(ForbiddenException.class, 403, () -> reader().imageCache().list());
        refused(ForbiddenException.class, 403, () -> owner().imageCache().clear());
        refused(ForbiddenException.class, 403, () -> owner().imageCache().queue(image));
        refused(ForbiddenException.class, 403, () -> consumer().imageCache().queue(image));
        refused(ForbiddenException.class, 403, () -> owner().imageCache().remove(image));
        assertThat(isQueued(image)).isFalse();
    }

    @Test
    final void imageThatTheCallerDoesNotSeeIsNotFoundBeforeTheRight() {
        ImageId image = shared();
        refused(
                ImageNotFoundException.class,
                404,
                () -> bystander().imageCache().queue(image));
        refused(
                ImageNotFoundException.class,
                404,
                () -> bystander().imageCache().remove(image));
        refused(ImageNotFoundException.class, 404, () -> admin().imageCache().queue(unknownImage()));
        refused(ImageNotFoundException.class, 404, () -> admin().imageCache().remove(unknownImage()));
    }

    @Test
    final void onlyAnActiveImageIsQueued() {
        ImageId queued = shared();
        refused(InvalidRequestException.class, 400, () -> admin().imageCache().queue(queued));
        ImageId frozen = withData(new byte[] {1});
        owner().images().deactivate(frozen);
        refused(InvalidRequestException.class, 400, () -> admin().imageCache().queue(frozen));
    }

    @Test
    final void entryOfADeletedImageCanStillBeRemoved() {
        ImageId image = withData(new byte[] {1, 2});
        cached(image);
        owner().images().delete(image);
        assertThat(isCached(image)).isTrue();
        refused(ForbiddenException.class, 403, () -> owner().imageCache().remove(image));
        admin().imageCache().remove(image);
        refused(ImageNotFoundException.class, 404, () -> admin().imageCache().remove(image));
    }

    @Test
    final void partOfTheCacheThatIsNoneIsABadRequestAfterTheRight() {
        WireRequest clear = WireRequest.of("DELETE", "/v2/cache").header("x-image-cache-clear-target", "bogus");
        answers(400, Party.ADMIN, clear);
        answers(403, Party.OWNER, clear);
        answers(405, Party.ADMIN, WireRequest.of("POST", "/v2/cache"));
        answers(405, Party.ADMIN, get("/v2/cache/" + unknownImage()));
        answers(400, Party.ADMIN, get("/v2/cache").json("{}"));
        answers(401, null, get("/v2/cache"));
    }
}
