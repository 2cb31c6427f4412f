package org.glance4j.feign;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.call.Exchange;
import org.glance4j.feign.call.Reconciliation;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/** Carries out the calls of the metadata catalog, until one deadline. Safe for use by several threads. */
record MetadefCalls(Calls calls, Deadline deadline) {

    <T> T run(MetadefRequest request, Exchange<T> exchange) {
        return calls.run(Call.of(request, deadline), exchange);
    }

    /** Carries out a call that answers nothing, and of which a repetition's refusal says that it was carried out. */
    void execute(MetadefRequest request, Consumer<Attempt> exchange) {
        calls.execute(Call.of(request, deadline), exchange);
    }

    /**
     * Carries out a change, and looks for what it has made where its answer was lost.
     *
     * @param look the request that shows it
     * @param looking one attempt of that
     * @param surprise says, in a clause, what was found instead; null where it is just that
     */
    <T> T change(
            MetadefRequest request,
            Exchange<T> exchange,
            MetadefRequest look,
            Exchange<T> looking,
            Function<T, @Nullable String> surprise) {
        return calls.run(
                Call.of(request, deadline),
                exchange,
                () -> new Reconciliation.Look<>(Call.of(look, deadline), looking, surprise));
    }

    /** Carries out a change that leaves nothing of a kind, and looks whether anything is left where its answer was lost. */
    <T> void clear(MetadefRequest request, Consumer<Attempt> exchange, MetadefRequest look, Exchange<List<T>> looking) {
        List<T> unused = change(
                request,
                attempt -> {
                    exchange.accept(attempt);
                    return List.of();
                },
                look,
                looking,
                left -> left.isEmpty() ? null : left.size() + " are found, which may have been made since");
    }

    static String encoded(NamespaceName name) {
        return PathSegments.encode(name.value());
    }
}
