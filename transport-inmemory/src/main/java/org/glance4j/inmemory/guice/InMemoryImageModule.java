package org.glance4j.inmemory.guice;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.transport.ImageTransport;

/**
 * Binds {@link ImageTransport} to one caller's way to a service in a heap. {@code ImageClientModule} beside it binds the
 * client; for a real cloud another adapter's module takes the place of this one.
 */
public final class InMemoryImageModule extends AbstractModule {
    private final InMemoryImageService service;
    private final Caller caller;

    /**
     * Makes the module.
     *
     * @param service the service; who made it closes it
     * @param caller the project and roles to act with
     */
    public InMemoryImageModule(InMemoryImageService service, Caller caller) {
        this.service = requireNonNull(service, "service");
        this.caller = requireNonNull(caller, "caller");
    }

    @Override
    protected void configure() {
        bind(ImageTransport.class).toInstance(service.as(caller));
    }
}
