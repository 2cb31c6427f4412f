package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * A link in a document of the service. The library follows none of them: it builds its own paths.
 *
 * @param rel what the link is, such as {@code self}
 * @param href where it leads, as the service wrote it: a URL, a path or a template
 */
public record Link(String rel, String href) {

    /** Refuses null. */
    public Link {
        requireNonNull(rel, "rel");
        requireNonNull(href, "href");
    }
}
