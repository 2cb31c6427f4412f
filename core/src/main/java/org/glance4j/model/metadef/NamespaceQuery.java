package org.glance4j.model.metadef;

import java.util.List;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Which namespaces to list. All conditions hold together; one that is not set does not restrict.
 *
 * <p>Source: {@code glance/api/v2/metadef_namespaces.py} (index), 25.1.0.
 *
 * @param visibilityWord the visibility to list, {@code public} or {@code private}; null for both
 * @param resourceTypes the types of resources of which a namespace must be for at least one; empty for any
 * @param order by what the namespaces are sorted; null for the service's default, the time they were made
 * @param ascending whether the smallest comes first; by default the largest does
 * @param limit the most namespaces on a page, from 0; null for the service's default (25 upstream, cut to 1000)
 * @param marker the last namespace of the page before; null for the first page
 */
public record NamespaceQuery(
        @Nullable String visibilityWord,
        List<String> resourceTypes,
        @Nullable Order order,
        boolean ascending,
        @Nullable Integer limit,
        @Nullable NamespaceName marker) {

    /** By what namespaces are sorted. */
    public enum Order {
        /** By name, letter by letter. */
        NAME("namespace"),
        /** By the time they were made. */
        CREATED_AT("created_at");

        private final String word;

        Order(String word) {
            this.word = word;
        }

        /**
         * Returns the word that stands for this constant on the wire.
         *
         * @return the word
         */
        public String word() {
            return word;
        }
    }

    /** Copies the types of resources. */
    public NamespaceQuery {
        resourceTypes = List.copyOf(resourceTypes);
    }

    /**
     * Returns the query without a condition: what the service lists by default.
     *
     * @return the query
     */
    public static NamespaceQuery defaults() {
        return builder().build();
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns this query for the page behind a namespace.
     *
     * @param last the last namespace of the page before
     * @return the query
     */
    public NamespaceQuery after(NamespaceName last) {
        return new NamespaceQuery(visibilityWord, resourceTypes, order, ascending, limit, last);
    }

    /** Collects conditions. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable String visibilityWord;
        private List<String> resourceTypes = List.of();
        private @Nullable Order order;
        private boolean ascending;
        private @Nullable Integer limit;
        private @Nullable NamespaceName marker;

        private Builder() {}

        /**
         * Sets the visibility to list.
         *
         * @param visibility {@link Visibility#PUBLIC} or {@link Visibility#PRIVATE}
         * @return this builder
         * @throws IllegalArgumentException for {@link Visibility#UNRECOGNIZED}, which cannot be sent
         */
        public Builder visibility(Visibility visibility) {
            this.visibilityWord = visibility.word();
            return this;
        }

        /**
         * Sets the types of resources of which a namespace must be for at least one.
         *
         * @param types the types' names; a comma parts two of them
         * @return this builder
         */
        public Builder resourceTypes(List<String> types) {
            this.resourceTypes = types;
            return this;
        }

        /**
         * Sets by what the namespaces are sorted, the smallest first.
         *
         * @param sorting the value
         * @return this builder
         */
        public Builder ascending(Order sorting) {
            this.order = sorting;
            this.ascending = true;
            return this;
        }

        /**
         * Sets by what the namespaces are sorted, the largest first.
         *
         * @param sorting the value
         * @return this builder
         */
        public Builder descending(Order sorting) {
            this.order = sorting;
            this.ascending = false;
            return this;
        }

        /**
         * Sets the most namespaces on a page.
         *
         * @param mostItems the value, from 0
         * @return this builder
         */
        public Builder limit(int mostItems) {
            this.limit = mostItems;
            return this;
        }

        /**
         * Sets where the page starts.
         *
         * @param last the last namespace of the page before
         * @return this builder
         */
        public Builder marker(NamespaceName last) {
            this.marker = last;
            return this;
        }

        /**
         * Returns the query.
         *
         * @return the query
         */
        public NamespaceQuery build() {
            return new NamespaceQuery(visibilityWord, resourceTypes, order, ascending, limit, marker);
        }
    }
}
