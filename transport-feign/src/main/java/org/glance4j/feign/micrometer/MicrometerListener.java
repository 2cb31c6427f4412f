package org.glance4j.feign.micrometer;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import org.glance4j.observe.AttemptEnd;
import org.glance4j.observe.CallEnd;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.MemberCacheEvent;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.Repeat;
import org.glance4j.observe.TokenIssue;

/**
 * Keeps meters of calls, attempts, repeats, tokens and the member cache. One listener may serve several transports. Safe for use
 * by several threads.
 *
 * <table>
 * <caption>The meters; no tag holds an id, a name or a text of the service's</caption>
 * <tr><th>meter</th><th>kind</th><th>tags</th></tr>
 * <tr><td>{@code glance4j.calls}</td><td>timer</td><td>{@code route}; {@code outcome}: {@code success} or the exception's simple
 * name; {@code effect} of a failure, else {@code none}</td></tr>
 * <tr><td>{@code glance4j.attempts}</td><td>timer</td><td>{@code route}; {@code result}: {@code answered}, {@code not_sent} or
 * {@code lost}; {@code status}: {@code 2xx} and so on, {@code none} without an answer</td></tr>
 * <tr><td>{@code glance4j.repeats}</td><td>counter</td><td>{@code route}; {@code asked}: whether the service said when</td></tr>
 * <tr><td>{@code glance4j.tokens}</td><td>counter</td><td>{@code event}: {@code issued} or {@code rejected}</td></tr>
 * <tr><td>{@code glance4j.member.cache}</td><td>counter</td><td>{@code event}: {@code hit}, {@code miss}, {@code loaded} and so
 * on</td></tr>
 * </table>
 */
public final class MicrometerListener implements ClientListener {
    private static final String NONE = "none";

    private final MeterRegistry registry;

    /**
     * Makes a listener.
     *
     * @param registry where the meters are kept
     */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = requireNonNull(registry, "registry");
    }

    @Override
    public void attemptEnded(ObservedCall call, AttemptEnd end) {
        String status = end.status() == null ? NONE : end.status() / 100 + "xx";
        Tags tags = Tags.of("route", call.route(), "result", word(end.result()), "status", status);
        registry.timer("glance4j.attempts", tags).record(end.duration());
    }

    @Override
    public void callRepeats(ObservedCall call, Repeat repeat) {
        registry.counter("glance4j.repeats", "route", call.route(), "asked", String.valueOf(repeat.asked()))
                .increment();
    }

    @Override
    public void callEnded(ObservedCall call, CallEnd end) {
        String effect = end.effect().map(MicrometerListener::word).orElse(NONE);
        Tags tags = Tags.of("route", call.route(), "outcome", end.outcome(), "effect", effect);
        registry.timer("glance4j.calls", tags).record(end.duration());
    }

    @Override
    public void tokenIssued(TokenIssue issue) {
        registry.counter("glance4j.tokens", "event", "issued").increment();
    }

    @Override
    public void tokenRejected() {
        registry.counter("glance4j.tokens", "event", "rejected").increment();
    }

    @Override
    public void memberCache(MemberCacheEvent event) {
        registry.counter("glance4j.member.cache", "event", word(event)).increment();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
