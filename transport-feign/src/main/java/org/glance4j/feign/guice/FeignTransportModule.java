package org.glance4j.feign.guice;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.FeignTransportBuilder;
import org.glance4j.transport.ImageTransport;

/**
 * Binds {@link ImageTransport} to one {@link FeignTransport}, which is made at its first use. Who makes the injector closes
 * the transport.
 */
public final class FeignTransportModule extends AbstractModule {
    private final FeignTransportBuilder settings;

    /**
     * Makes a module.
     *
     * @param settings what the transport needs; not changed afterwards
     */
    public FeignTransportModule(FeignTransportBuilder settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    @Override
    protected void configure() {
        bind(ImageTransport.class).to(FeignTransport.class);
    }

    @Provides
    @Singleton
    FeignTransport transport() {
        return settings.build();
    }
}
