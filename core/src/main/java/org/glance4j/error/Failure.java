package org.glance4j.error;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glance4j.lifecycle.Explanation;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failed call.
 *
 * @param operation what was tried
 * @param imageId the image it was tried on; null where the operation has none
 * @param memberId the member it was tried on; null where the operation has none
 * @param namespace the namespace of the metadata catalog it was tried on; null where the operation has none
 * @param name what in the namespace it was tried on; null where the operation has none
 * @param status the HTTP status that says what the service answered; null where it did not answer
 * @param serviceText what the service said, freed of markup; null where it said nothing
 * @param requestId the service's id of the request ({@code x-openstack-request-id}); null where there is none
 * @param effect what the call did at the service
 * @param retryAfter how long the service wants to be left alone; null where it did not say
 * @param explanations the rules that explain the refusal; one where all facts are known, several where more than one fits, none where nothing is known
 * @param advice what to do next; null where there is nothing to say
 */
public record Failure(
        Operation operation,
        @Nullable ImageId imageId,
        @Nullable ProjectId memberId,
        @Nullable NamespaceName namespace,
        @Nullable String name,
        @Nullable Integer status,
        @Nullable String serviceText,
        @Nullable String requestId,
        Effect effect,
        @Nullable Duration retryAfter,
        List<Explanation> explanations,
        @Nullable String advice) {
    private static final Pattern USER_INFO = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)\\S*@");

    /** Copies the explanations. */
    public Failure {
        requireNonNull(operation, "operation");
        requireNonNull(effect, "effect");
        explanations = List.copyOf(explanations);
    }

    /**
     * Returns a builder for a call that was not sent.
     *
     * @param operation what was tried
     * @return the builder
     */
    public static Builder of(Operation operation) {
        return new Builder(operation);
    }

    /**
     * Returns a builder that holds these values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(operation);
        builder.imageId = imageId;
        builder.memberId = memberId;
        builder.namespace = namespace;
        builder.name = name;
        builder.status = status;
        builder.serviceText = serviceText;
        builder.requestId = requestId;
        builder.effect = effect;
        builder.retryAfter = retryAfter;
        builder.explanations = explanations;
        builder.advice = advice;
        return builder;
    }

    /**
     * Returns all of it as one line: what was tried, on which ids, what the service said, its request id, what was not
     * changed, why, and what to do next.
     *
     * @return the line
     */
    public String describe() {
        StringBuilder line = new StringBuilder("cannot ").append(operation.phrase());
        if (memberId != null) {
            line.append(' ').append(printable(memberId.value()));
        }
        if (imageId != null) {
            line.append(memberId != null ? " of image " : " ").append(printable(imageId.value()));
        }
        if (name != null) {
            line.append(' ').append(printable(name));
        }
        if (namespace != null) {
            line.append(name != null ? " of namespace " : " ").append(printable(namespace.value()));
        }
        if (serviceText != null) {
            line.append(": ").append(printable(serviceText));
        }
        if (!explanations.isEmpty()) {
            line.append(explanations.stream()
                    .map(Explanation::text)
                    .map(Failure::printable)
                    .collect(Collectors.joining(
                            "; or ", explanations.size() == 1 ? " — " : " — one of these holds: ", "")));
        }
        line.append(" (");
        if (status != null) {
            line.append("status ").append(status).append(", ");
        }
        if (requestId != null) {
            line.append("request ").append(printable(requestId)).append(", ");
        }
        line.append(effect.phrase()).append(')');
        if (retryAfter != null) {
            line.append("; come again in ")
                    .append(retryAfter.plusNanos(999_999_999).toSeconds())
                    .append(" s");
        }
        if (advice != null) {
            line.append("; ").append(printable(advice));
        }
        return line.toString();
    }

    /** Returns {@link #describe()}. */
    @Override
    public String toString() {
        return describe();
    }

    /**
     * Keeps a message on one line, and a terminal safe, whatever a server or a caller put into a text; and keeps to itself what stands
     * before the host of an address, where a service repeats one with its password.
     */
    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
        return USER_INFO.matcher(clean).replaceAll("$1****@");
    }

    /** Collects what is known of a failed call. Not safe for use by several threads. */
    public static final class Builder {
        private final Operation operation;
        private @Nullable ImageId imageId;
        private @Nullable ProjectId memberId;
        private @Nullable NamespaceName namespace;
        private @Nullable String name;
        private @Nullable Integer status;
        private @Nullable String serviceText;
        private @Nullable String requestId;
        private Effect effect = Effect.NOT_SENT;
        private @Nullable Duration retryAfter;
        private List<Explanation> explanations = List.of();
        private @Nullable String advice;

        private Builder(Operation operation) {
            this.operation = operation;
        }

        /**
         * Sets the image it was tried on.
         *
         * @param imageId the value
         * @return this builder
         */
        public Builder imageId(@Nullable ImageId imageId) {
            this.imageId = imageId;
            return this;
        }

        /**
         * Sets the member it was tried on.
         *
         * @param memberId the value
         * @return this builder
         */
        public Builder memberId(@Nullable ProjectId memberId) {
            this.memberId = memberId;
            return this;
        }

        /**
         * Sets the namespace of the metadata catalog it was tried on.
         *
         * @param namespace the value
         * @return this builder
         */
        public Builder namespace(@Nullable NamespaceName namespace) {
            this.namespace = namespace;
            return this;
        }

        /**
         * Sets what in the namespace it was tried on.
         *
         * @param name the value
         * @return this builder
         */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the HTTP status that says what the service answered.
         *
         * @param status the value
         * @return this builder
         */
        public Builder status(@Nullable Integer status) {
            this.status = status;
            return this;
        }

        /**
         * Sets what the service said, freed of markup.
         *
         * @param serviceText the value
         * @return this builder
         */
        public Builder serviceText(@Nullable String serviceText) {
            this.serviceText = serviceText;
            return this;
        }

        /**
         * Sets the service's id of the request ({@code x-openstack-request-id}).
         *
         * @param requestId the value
         * @return this builder
         */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /**
         * Sets what the call did at the service.
         *
         * @param effect the value
         * @return this builder
         */
        public Builder effect(Effect effect) {
            this.effect = effect;
            return this;
        }

        /**
         * Sets how long the service wants to be left alone.
         *
         * @param retryAfter the value
         * @return this builder
         */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /**
         * Sets the rules that explain the refusal.
         *
         * @param explanations the value
         * @return this builder
         */
        public Builder explanations(List<Explanation> explanations) {
            this.explanations = explanations;
            return this;
        }

        /**
         * Sets what to do next.
         *
         * @param advice the value
         * @return this builder
         */
        public Builder advice(@Nullable String advice) {
            this.advice = advice;
            return this;
        }

        /**
         * Returns the failure.
         *
         * @return the failure
         */
        public Failure build() {
            return new Failure(
                    operation,
                    imageId,
                    memberId,
                    namespace,
                    name,
                    status,
                    serviceText,
                    requestId,
                    effect,
                    retryAfter,
                    explanations,
                    advice);
        }
    }
}
