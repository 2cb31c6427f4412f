package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that the service does by itself, as it stood when the service answered: an import, say.
 *
 * <p>A list of tasks leaves out what a task was asked and what came of it. Times are in whole seconds, in the tasks of an image
 * finer.
 *
 * <p>Source: Image API v2, tasks; {@code glance/api/v2/tasks.py} (ResponseSerializer), {@code images.py} (get_task_info), 25.1.0.
 *
 * @param id the task's id
 * @param typeWord the kind of work, as it stood on the wire: {@code import}, {@code api_image_import}, {@code export}, …
 * @param statusWord the task status as it stood on the wire
 * @param owner the project that it works for; null where the service did not say
 * @param imageId the image that it works on; null where the service did not say
 * @param requestId the id of the request that started it; null where the service did not say
 * @param userId the user who started it; null where the service did not say
 * @param input what it was asked to do, as plain maps, lists, strings, numbers, booleans and nulls; null where the service did not say
 * @param result what came out of it, likewise; null until it has ended well
 * @param message what the service says of it, usually why it failed; null where it says nothing
 * @param createdAt when it was accepted
 * @param updatedAt when it last changed; null where the service did not say
 * @param expiresAt when the service forgets it; null until it has ended
 * @param otherFields what else the answer held, as plain values
 */
public record Task(
        TaskId id,
        String typeWord,
        String statusWord,
        @Nullable ProjectId owner,
        @Nullable ImageId imageId,
        @Nullable String requestId,
        @Nullable String userId,
        @Nullable Map<String, @Nullable Object> input,
        @Nullable Map<String, @Nullable Object> result,
        @Nullable String message,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant expiresAt,
        Map<String, @Nullable Object> otherFields) {

    /** How Rackspace writes that there is no message. */
    private static final String NO_MESSAGE = "None";

    /** Copies the maps, takes the ways to write no message as none, and refuses null where it is not allowed. */
    public Task {
        requireNonNull(id, "id");
        requireNonNull(typeWord, "typeWord");
        requireNonNull(statusWord, "statusWord");
        requireNonNull(createdAt, "createdAt");
        input = input == null ? null : copy(input);
        result = result == null ? null : copy(result);
        message = message == null || message.isEmpty() || message.equals(NO_MESSAGE) ? null : message;
        otherFields = copy(otherFields);
    }

    private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Returns the task status, {@link TaskStatus#UNRECOGNIZED} if {@link #statusWord()} is not known here.
     *
     * @return the status
     */
    public TaskStatus status() {
        return TaskStatus.of(statusWord);
    }

    /**
     * Returns a builder for a task with these values and nothing else.
     *
     * @param id the task's id
     * @param typeWord the kind of work
     * @param status its status
     * @param createdAt when it was accepted
     * @return the builder
     */
    public static Builder builder(TaskId id, String typeWord, TaskStatus status, Instant createdAt) {
        return new Builder(id, typeWord, status.word(), createdAt);
    }

    /**
     * Returns a builder that holds this task's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(id, typeWord, statusWord, createdAt)
                .owner(owner)
                .imageId(imageId)
                .requestId(requestId)
                .userId(userId)
                .input(input)
                .result(result)
                .message(message)
                .updatedAt(updatedAt)
                .expiresAt(expiresAt)
                .otherFields(otherFields);
    }

    /** Collects a task's values. Not safe for use by several threads. */
    public static final class Builder {
        private final TaskId id;
        private final String typeWord;
        private String statusWord;
        private final Instant createdAt;
        private @Nullable ProjectId owner;
        private @Nullable ImageId imageId;
        private @Nullable String requestId;
        private @Nullable String userId;
        private @Nullable Map<String, @Nullable Object> input;
        private @Nullable Map<String, @Nullable Object> result;
        private @Nullable String message;
        private @Nullable Instant updatedAt;
        private @Nullable Instant expiresAt;
        private Map<String, @Nullable Object> otherFields = Map.of();

        private Builder(TaskId id, String typeWord, String statusWord, Instant createdAt) {
            this.id = id;
            this.typeWord = typeWord;
            this.statusWord = statusWord;
            this.createdAt = createdAt;
        }

        /**
         * Sets the task status as it stood on the wire.
         *
         * @param statusWord the value
         * @return this builder
         */
        public Builder statusWord(String statusWord) {
            this.statusWord = statusWord;
            return this;
        }

        /**
         * Sets the project that it works for; null where the service did not say.
         *
         * @param owner the value
         * @return this builder
         */
        public Builder owner(@Nullable ProjectId owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Sets the image that it works on; null where the service did not say.
         *
         * @param imageId the value
         * @return this builder
         */
        public Builder imageId(@Nullable ImageId imageId) {
            this.imageId = imageId;
            return this;
        }

        /**
         * Sets the id of the request that started it; null where the service did not say.
         *
         * @param requestId the value
         * @return this builder
         */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /**
         * Sets the user who started it; null where the service did not say.
         *
         * @param userId the value
         * @return this builder
         */
        public Builder userId(@Nullable String userId) {
            this.userId = userId;
            return this;
        }

        /**
         * Sets what it was asked to do, as plain maps, lists, strings, numbers, booleans and nulls; null where the service did not say.
         *
         * @param input the value
         * @return this builder
         */
        public Builder input(@Nullable Map<String, @Nullable Object> input) {
            this.input = input;
            return this;
        }

        /**
         * Sets what came out of it, likewise; null until it has ended well.
         *
         * @param result the value
         * @return this builder
         */
        public Builder result(@Nullable Map<String, @Nullable Object> result) {
            this.result = result;
            return this;
        }

        /**
         * Sets what the service says of it, usually why it failed; null where it says nothing.
         *
         * @param message the value
         * @return this builder
         */
        public Builder message(@Nullable String message) {
            this.message = message;
            return this;
        }

        /**
         * Sets when it last changed; null where the service did not say.
         *
         * @param updatedAt the value
         * @return this builder
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Sets when the service forgets it; null until it has ended.
         *
         * @param expiresAt the value
         * @return this builder
         */
        public Builder expiresAt(@Nullable Instant expiresAt) {
            this.expiresAt = expiresAt;
            return this;
        }

        /**
         * Sets what else the answer held, as plain values.
         *
         * @param otherFields the value
         * @return this builder
         */
        public Builder otherFields(Map<String, @Nullable Object> otherFields) {
            this.otherFields = otherFields;
            return this;
        }

        /**
         * Returns the task.
         *
         * @return the task
         */
        public Task build() {
            return new Task(
                    id,
                    typeWord,
                    statusWord,
                    owner,
                    imageId,
                    requestId,
                    userId,
                    input,
                    result,
                    message,
                    createdAt,
                    updatedAt,
                    expiresAt,
                    otherFields);
        }
    }
}
