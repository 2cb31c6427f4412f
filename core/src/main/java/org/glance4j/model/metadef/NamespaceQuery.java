package org.glance4j.model.metadef;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Which namespaces to list, and in which order. All conditions hold together; one that is not set does not restrict.
 *
 * <p>Source: {@code glance/api/v2/metadef_namespaces.py} (index), 25.1.0.
 *
 * @param visibilityWord the visibility to list, {@code public} or {@code private}; null for both
 * @param resourceTypes the types of resources of which a namespace must be for at least one; empty for any
 * @param limit the most namespaces on a page, from 0; null for the service's default (25 upstream, cut to 1000)
 * @param marker the last namespace of the page before; null for the first page
 * @param sortKey what to sort by; null for the service's default, when they were made
 * @param sortDirection which end comes first; null for the service's default, the largest
 */
public record NamespaceQuery(
        @Nullable String visibilityWord,
        List<String> resourceTypes,
        @Nullable Integer limit,
        @Nullable NamespaceName marker,
        @Nullable NamespaceSortKey sortKey,
        @Nullable SortDirection sortDirection) {

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
     * Returns a builder that holds these conditions.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns this query for the page behind a namespace.
     *
     * @param last the last namespace of the page before
     * @return the query
     */
    public NamespaceQuery after(NamespaceName last) {
        return toBuilder().marker(last).build();
    }

    /** Collects conditions. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable String visibilityWord;
        private List<String> resourceTypes = List.of();
        private @Nullable Integer limit;
        private @Nullable NamespaceName marker;
        private @Nullable NamespaceSortKey sortKey;
        private @Nullable SortDirection sortDirection;

        private Builder() {}

        private Builder(NamespaceQuery query) {
            this.visibilityWord = query.visibilityWord;
            this.resourceTypes = query.resourceTypes;
            this.limit = query.limit;
            this.marker = query.marker;
            this.sortKey = query.sortKey;
            this.sortDirection = query.sortDirection;
        }

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
         * Sets the order. Namespaces that are alike in it follow one another by when they were made.
         *
         * @param key what to sort by
         * @param direction which end comes first
         * @return this builder
         */
        public Builder sort(NamespaceSortKey key, SortDirection direction) {
            this.sortKey = requireNonNull(key, "key");
            this.sortDirection = requireNonNull(direction, "direction");
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
            return new NamespaceQuery(visibilityWord, resourceTypes, limit, marker, sortKey, sortDirection);
        }
    }
}
