package org.glance4j.lifecycle;

import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What is the case when a request about the catalog of metadata definitions is decided.
 *
 * @param namespace the namespace that the request is about; null for none
 * @param isThere whether there is what the request is about in the namespace, by its name
 * @param isNewNameTaken whether the name that the request gives is another's
 */
public record MetadefFacts(@Nullable NamespaceFacts namespace, boolean isThere, boolean isNewNameTaken) {

    /**
     * What matters of a namespace.
     *
     * @param owner the project that owns it; null for none
     * @param isPublic whether everybody sees it
     * @param isProtected whether nothing of it can be deleted
     */
    public record NamespaceFacts(@Nullable ProjectId owner, boolean isPublic, boolean isProtected) {}
}
