package org.glance4j.model;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list, and in which order. All conditions hold together; one that is not set does not restrict.
 *
 * <p>Source: Image API v2, list tasks; {@code glance/api/v2/tasks.py} (RequestDeserializer), 25.1.0.
 *
 * @param status the task status
 * @param typeWord the kind of work; Glance takes no other than {@code import}
 * @param owner the project that the tasks work for
 * @param limit the most tasks on a page, from 0; null for the service's default (25 upstream, cut to 1000)
 * @param marker the last task of the page before; null for the first page
 * @param sortKey what to sort by; null for the service's default, when they were accepted
 * @param sortDirection which end comes first; null for the service's default, the largest
 */
public record TaskQuery(
        @Nullable TaskStatus status,
        @Nullable String typeWord,
        @Nullable ProjectId owner,
        @Nullable Integer limit,
        @Nullable TaskId marker,
        @Nullable TaskSortKey sortKey,
        @Nullable SortDirection sortDirection) {

    /**
     * Returns the query without a condition: newest first.
     *
     * @return the query
     */
    public static TaskQuery defaults() {
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
     * Returns this query for the page behind a task.
     *
     * @param last the last task of the page before
     * @return the query
     */
    public TaskQuery after(TaskId last) {
        return toBuilder().marker(last).build();
    }

    /** Collects conditions. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable TaskStatus status;
        private @Nullable String typeWord;
        private @Nullable ProjectId owner;
        private @Nullable Integer limit;
        private @Nullable TaskId marker;
        private @Nullable TaskSortKey sortKey;
        private @Nullable SortDirection sortDirection;

        private Builder() {}

        private Builder(TaskQuery query) {
            this.status = query.status;
            this.typeWord = query.typeWord;
            this.owner = query.owner;
            this.limit = query.limit;
            this.marker = query.marker;
            this.sortKey = query.sortKey;
            this.sortDirection = query.sortDirection;
        }

        /**
         * Lists tasks in one status.
         *
         * @param status the task status
         * @return this builder
         * @throws IllegalArgumentException for {@link TaskStatus#UNRECOGNIZED}
         */
        public Builder status(TaskStatus status) {
            if (status == TaskStatus.UNRECOGNIZED) {
                throw new IllegalArgumentException("an unrecognized task status cannot be sent");
            }
            this.status = status;
            return this;
        }

        /**
         * Lists tasks of one kind.
         *
         * @param typeWord the kind of work, such as {@code import}
         * @return this builder
         */
        public Builder type(String typeWord) {
            this.typeWord = typeWord;
            return this;
        }

        /**
         * Lists tasks that work for one project.
         *
         * @param owner the project
         * @return this builder
         */
        public Builder owner(ProjectId owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Sets how many tasks a page has at most.
         *
         * @param limit the number, from 0
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder limit(int limit) {
            if (limit < 0) {
                throw new IllegalArgumentException("limit is negative: " + limit);
            }
            this.limit = limit;
            return this;
        }

        /**
         * Begins the page behind a task.
         *
         * @param marker the last task of the page before
         * @return this builder
         */
        public Builder marker(TaskId marker) {
            this.marker = marker;
            return this;
        }

        /**
         * Sets the order. Tasks that are alike in it follow one another by when they were accepted.
         *
         * @param key what to sort by
         * @param direction which end comes first
         * @return this builder
         */
        public Builder sort(TaskSortKey key, SortDirection direction) {
            this.sortKey = key;
            this.sortDirection = direction;
            return this;
        }

        /**
         * Returns the query.
         *
         * @return the query
         */
        public TaskQuery build() {
            return new TaskQuery(status, typeWord, owner, limit, marker, sortKey, sortDirection);
        }
    }
}
