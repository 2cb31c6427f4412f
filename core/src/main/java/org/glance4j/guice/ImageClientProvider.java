package org.glance4j.guice;

import com.google.inject.ProvisionException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;
import org.glance4j.ImageClient;
import org.glance4j.cache.MemberCacheSettings;
import org.glance4j.transport.ImageTransport;

/** Makes the client of what is bound. */
final class ImageClientProvider implements Provider<ImageClient> {
    private final Optional<ImageTransport> transport;
    private final Optional<MemberCacheSettings> memberCache;

    @Inject
    ImageClientProvider(Optional<ImageTransport> transport, Optional<MemberCacheSettings> memberCache) {
        this.transport = transport;
        this.memberCache = memberCache;
    }

    @Override
    public ImageClient get() {
        ImageTransport bound = transport.orElseThrow(() -> new ProvisionException(
                "ImageClient needs a transport, and no ImageTransport is bound: install an adapter's module beside"
                        + " ImageClientModule (of glance4j-transport-feign for a real cloud, of glance4j-transport-inmemory"
                        + " for none), or bind(ImageTransport.class) to your own"));
        return ImageClient.builder(bound)
                .memberCache(memberCache.orElseGet(MemberCacheSettings::defaults))
                .build();
    }
}
