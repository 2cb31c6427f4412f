package org.glance4j.feign;

import org.glance4j.feign.call.Calls;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.MetadefObjectOperations;
import org.glance4j.transport.MetadefOperations;
import org.glance4j.transport.MetadefPropertyOperations;
import org.glance4j.transport.MetadefTagOperations;
import org.glance4j.transport.NamespaceOperations;
import org.glance4j.transport.ResourceTypeOperations;

/** The catalog of metadata definitions over HTTP. Safe for use by several threads. */
final class FeignMetadefs implements MetadefOperations {
    private final MetadefApis apis;
    private final MetadefCalls calls;

    FeignMetadefs(Calls calls, MetadefApis apis, Deadline deadline) {
        this.apis = apis;
        this.calls = new MetadefCalls(calls, deadline);
    }

    @Override
    public NamespaceOperations namespaces() {
        return new FeignNamespaces(calls, apis.namespaces());
    }

    @Override
    public MetadefObjectOperations objects() {
        return new FeignMetadefObjects(calls, apis.objects());
    }

    @Override
    public MetadefPropertyOperations properties() {
        return new FeignMetadefProperties(calls, apis.properties());
    }

    @Override
    public MetadefTagOperations tags() {
        return new FeignMetadefTags(calls, apis.tags());
    }

    @Override
    public ResourceTypeOperations resourceTypes() {
        return new FeignResourceTypes(calls, apis.resourceTypes());
    }
}
