package org.glance4j.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.glance4j.observe.MemberCacheEvent.DROPPED;
import static org.glance4j.observe.MemberCacheEvent.HIT;
import static org.glance4j.observe.MemberCacheEvent.LOADED;
import static org.glance4j.observe.MemberCacheEvent.LOAD_FAILED;
import static org.glance4j.observe.MemberCacheEvent.MISS;
import static org.glance4j.observe.MemberCacheEvent.REFRESHED;
import static org.glance4j.testing.Scene.BYSTANDER;
import static org.glance4j.testing.Scene.CONSUMER;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glance4j.ImageClient;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.MemberCacheEvent;
import org.glance4j.testing.ManualTime;
import org.glance4j.testing.Scene;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ForwardingTransport;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The listener of the transport hears of the cache above it. */
class MemberCacheEventsTest {
    private static final Duration HALF_ITS_LIFE =
            MemberCacheSettings.defaults().timeToLive().dividedBy(2);

    private final Scene scene = new Scene();
    private final ManualTime time = new ManualTime();
    private final List<MemberCacheEvent> heard = new CopyOnWriteArrayList<>();
    private final ImageTransport transport = new Listened(scene.owner(), new ClientListener() {
        @Override
        public void memberCache(MemberCacheEvent event) {
            heard.add(event);
        }
    });
    private final ImageId image = scene.offeredImage();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void lookUpsAreHeard() {
        ImageClient client = ImageClient.builder(transport).ticker(time).build();
        client.members().get(image, CONSUMER);
        client.members().get(image, CONSUMER);
        assertThat(catchThrowable(() -> client.members().get(image, BYSTANDER)))
                .isInstanceOf(MemberNotFoundException.class);

        assertThat(heard).containsExactly(MISS, LOADED, HIT, MISS, LOAD_FAILED);
        assertThat(client.memberCacheStatistics()).hasValueSatisfying(figures -> {
            assertThat(figures.hits()).isEqualTo(Collections.frequency(heard, HIT));
            assertThat(figures.misses()).isEqualTo(Collections.frequency(heard, MISS));
            assertThat(figures.loads()).isEqualTo(Collections.frequency(heard, LOADED));
            assertThat(figures.failedLoads()).isEqualTo(Collections.frequency(heard, LOAD_FAILED));
        });
    }

    @Test
    void changesAreHeardOnceForEachMemberThatTheyDrop() {
        ImageClient client = ImageClient.of(transport);
        client.members().add(image, BYSTANDER);
        assertThat(heard).as("nothing was there to drop").isEmpty();
        client.members().get(image, CONSUMER);
        client.members().get(image, BYSTANDER);
        heard.clear();

        client.members().remove(image, BYSTANDER);
        client.members().remove(image, CONSUMER);

        assertThat(heard).containsExactly(DROPPED, DROPPED);
    }

    @Test
    void refreshesAreHeard() {
        ImageClient client = ImageClient.builder(transport)
                .memberCache(MemberCacheSettings.defaults().withRefreshAhead(HALF_ITS_LIFE, Runnable::run))
                .ticker(time)
                .build();
        client.members().get(image, CONSUMER);
        scene.consumer().members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
        heard.clear();

        time.pass(HALF_ITS_LIFE);
        client.members().get(image, CONSUMER);
        scene.owner().members().remove(image, CONSUMER);
        time.pass(HALF_ITS_LIFE);
        client.members().get(image, CONSUMER);

        assertThat(heard).as("the second refresh finds no member").containsExactly(HIT, REFRESHED, HIT, DROPPED);
    }

    /** A transport that somebody listens to. */
    private static final class Listened extends ForwardingTransport {
        private final ClientListener listener;

        Listened(ImageTransport delegate, ClientListener listener) {
            super(delegate);
            this.listener = listener;
        }

        @Override
        public ClientListener listener() {
            return listener;
        }

        @Override
        public ImageTransport uncached() {
            return new Listened(delegate().uncached(), listener);
        }

        @Override
        public ImageTransport within(Deadline deadline) {
            return new Listened(delegate().within(deadline), listener);
        }
    }
}
