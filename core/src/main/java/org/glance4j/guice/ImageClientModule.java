package org.glance4j.guice;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import org.glance4j.ImageClient;
import org.glance4j.cache.MemberCacheSettings;
import org.glance4j.transport.ImageTransport;

/**
 * Binds {@link ImageClient}, one for the injector, on whatever {@link ImageTransport} is bound: that of an adapter's module, or
 * the application's own. Another adapter is another module beside this one.
 *
 * <p>A binding of {@link MemberCacheSettings} is optional; without it the cache has its default settings. A missing transport
 * fails the creation of the injector.
 *
 * <p>Who bound the transport closes it.
 */
public final class ImageClientModule extends AbstractModule {

    /** Makes the module. */
    public ImageClientModule() {}

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), ImageTransport.class);
        OptionalBinder.newOptionalBinder(binder(), MemberCacheSettings.class);
        // Eager, so that what is missing shows when the injector is made and not with the first call.
        bind(ImageClient.class).toProvider(ImageClientProvider.class).asEagerSingleton();
    }
}
