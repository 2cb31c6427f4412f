package org.glance4j.model.metadef;

import static java.util.Objects.requireNonNull;

/**
 * The name of a namespace, such as {@code OS::Compute::Hypervisor}, which is its key. Any text that a server sends is accepted
 * here; a name that cannot be carried in a URL path is refused when a call would have to address it.
 *
 * @param value the name's text
 */
public record NamespaceName(String value) {

    /** Refuses null. */
    public NamespaceName {
        requireNonNull(value, "value");
    }

    /**
     * Returns the name with this text.
     *
     * @param value the name's text
     * @return the name
     */
    public static NamespaceName of(String value) {
        return new NamespaceName(value);
    }

    /** Returns the name's text. */
    @Override
    public String toString() {
        return value;
    }
}
