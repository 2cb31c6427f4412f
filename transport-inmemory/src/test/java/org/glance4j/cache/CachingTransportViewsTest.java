package org.glance4j.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.observe.ClientListener;
import org.glance4j.testing.ManualTime;
import org.glance4j.testing.Scene;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** What views of a cached transport share with it. */
class CachingTransportViewsTest {
    private final ImageTransport delegate = mock(ImageTransport.class);

    @Test
    void closingTheTransportOrAViewClosesWhatIsBelow() {
        over(delegate).close();
        verify(delegate).close();

        ImageTransport other = mock(ImageTransport.class);
        over(other).uncached().close();
        verify(other).close();
    }

    @Test
    void dataGoesStraightThrough() {
        ImageDataOperations data = mock(ImageDataOperations.class);
        when(delegate.data()).thenReturn(data);

        assertThat(over(delegate).data()).isSameAs(data);
        assertThat(over(delegate).uncached().data()).isSameAs(data);
    }

    @Test
    void whoHearsOfTheTransportHearsOfItsViews() {
        ClientListener listener = new ClientListener() {};
        when(delegate.listener()).thenReturn(listener);

        assertThat(over(delegate).listener()).isSameAs(listener);
        assertThat(over(delegate).uncached().listener()).isSameAs(listener);
    }

    @Test
    void imagesChangedThroughAnUncachedViewDropTheirMembers() {
        try (Scene scene = new Scene()) {
            ImageTransport owner = over(scene.owner());
            ImageId image = scene.offeredImage();
            owner.members().get(image, Scene.CONSUMER);
            owner.uncached().images().delete(image);

            assertThat(((CachingTransport) owner).statistics().entries()).isZero();
        }
    }

    @Test
    void uncachedViewWithADeadlineStillReadsPastTheCache() {
        try (Scene scene = new Scene()) {
            ImageTransport owner = over(scene.owner());
            ImageId image = scene.offeredImage();
            owner.members().get(image, Scene.CONSUMER);
            scene.consumer().members().updateStatus(image, Scene.CONSUMER, MemberStatus.ACCEPTED);
            Deadline deadline = Deadline.after(new ManualTime(), Duration.ofMinutes(1));
            Member seen = owner.uncached().within(deadline).members().get(image, Scene.CONSUMER);

            assertThat(seen.status()).isEqualTo(MemberStatus.ACCEPTED);
        }
    }

    private static ImageTransport over(ImageTransport transport) {
        return CachingTransport.over(transport, MemberCacheSettings.defaults(), Ticker.disabledTicker());
    }
}
