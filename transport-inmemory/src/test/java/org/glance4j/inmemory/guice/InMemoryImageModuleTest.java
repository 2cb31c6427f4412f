package org.glance4j.inmemory.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glance4j.testing.Scene.CONSUMER;
import static org.glance4j.testing.Scene.PRODUCER;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.cache.MemberCacheSettings;
import org.glance4j.guice.ImageClientModule;
import org.glance4j.model.MemberStatus;
import org.glance4j.testing.Scene;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InMemoryImageModuleTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void clientIsBoundOnTheServicesTransport() {
        ImageClient client = client(new InMemoryImageModule(scene.cloud(), Caller.of(PRODUCER)));

        assertThat(client.caller()).hasValue(Caller.of(PRODUCER));
        assertThat(client.sharing().offer(scene.sharedImage(), CONSUMER).status())
                .isEqualTo(MemberStatus.PENDING);
    }

    @Test
    void anotherAdapterIsAnotherModule() {
        ImageClient client = client(new AbstractModule() {
            @Override
            protected void configure() {
                bind(ImageTransport.class).toInstance(scene.consumer());
            }
        });

        assertThat(client.caller()).hasValue(Caller.of(CONSUMER));
    }

    @Test
    void injectorHasOneClient() {
        var injector = Guice.createInjector(
                new ImageClientModule(), new InMemoryImageModule(scene.cloud(), Caller.of(PRODUCER)));

        assertThat(injector.getInstance(ImageClient.class)).isSameAs(injector.getInstance(ImageClient.class));
    }

    @Test
    void cacheSettingsThatAreBoundAreUsed() {
        ImageClient client = client(new InMemoryImageModule(scene.cloud(), Caller.of(PRODUCER)), new AbstractModule() {
            @Override
            protected void configure() {
                bind(MemberCacheSettings.class).toInstance(MemberCacheSettings.off());
            }
        });

        assertThat(client.memberCacheStatistics()).isEmpty();
        assertThat(client(new InMemoryImageModule(scene.cloud(), Caller.of(PRODUCER)))
                        .memberCacheStatistics())
                .isPresent();
    }

    @Test
    void missingTransportFailsTheInjectorAndSaysWhatToBind() {
        assertThatThrownBy(() -> Guice.createInjector(new ImageClientModule()))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining("no ImageTransport is bound")
                .hasMessageContaining("transport-inmemory")
                .hasMessageContaining("bind(ImageTransport.class)");
    }

    private static ImageClient client(Module... modules) {
        return Guice.createInjector(Modules.combine(modules), new ImageClientModule())
                .getInstance(ImageClient.class);
    }
}
