package org.glance4j.transport;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.observe.ClientListener;

/**
 * A transport that hands every call to another one, for those that change a part of it: what is not overridden goes straight
 * through. {@link #within} and {@link #uncached} have to be written by each, because their views must not lose what was changed. Safe for use by several threads as far as the
 * other one is, and the overriding methods are.
 */
public abstract class ForwardingTransport implements ImageTransport {
    private final ImageTransport delegate;

    /**
     * Forwards.
     *
     * @param delegate the transport that calls go to; closing this one closes it
     */
    protected ForwardingTransport(ImageTransport delegate) {
        this.delegate = requireNonNull(delegate, "delegate");
    }

    /**
     * Returns the transport that calls go to.
     *
     * @return the transport
     */
    protected final ImageTransport delegate() {
        return delegate;
    }

    @Override
    public abstract ImageTransport uncached();

    @Override
    public ImageOperations images() {
        return delegate.images();
    }

    @Override
    public ImageDataOperations data() {
        return delegate.data();
    }

    @Override
    public ImageImportOperations imports() {
        return delegate.imports();
    }

    @Override
    public StoreOperations stores() {
        return delegate.stores();
    }

    @Override
    public MemberOperations members() {
        return delegate.members();
    }

    @Override
    public TaskOperations tasks() {
        return delegate.tasks();
    }

    @Override
    public ImageCacheOperations imageCache() {
        return delegate.imageCache();
    }

    @Override
    public LocationOperations locations() {
        return delegate.locations();
    }

    @Override
    public ServiceOperations service() {
        return delegate.service();
    }

    @Override
    public SchemaOperations schemas() {
        return delegate.schemas();
    }

    @Override
    public MetadefOperations metadefs() {
        return delegate.metadefs();
    }

    @Override
    public Optional<Caller> caller() {
        return delegate.caller();
    }

    @Override
    public ClientListener listener() {
        return delegate.listener();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
