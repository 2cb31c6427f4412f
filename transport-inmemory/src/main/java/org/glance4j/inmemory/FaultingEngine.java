package org.glance4j.inmemory;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.RateLimitedException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.inmemory.internal.MetadefEngine;
import org.glance4j.inmemory.internal.Serves;
import org.glance4j.internal.Refusals;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;

/**
 * An engine whose calls fail where that is ordered. It stands in front of every method that {@link Serves} an operation, so that
 * both doors meet the same faults.
 */
final class FaultingEngine implements InvocationHandler {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final Object engine;
    private final Faults faults;

    private FaultingEngine(Object engine, Faults faults) {
        this.engine = engine;
        this.faults = faults;
    }

    static ImageEngine before(ImageEngine engine, Faults faults) {
        return before(ImageEngine.class, engine, faults);
    }

    private static <T> T before(Class<T> type, T engine, Faults faults) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new FaultingEngine(engine, faults)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Serves serves = method.getAnnotation(Serves.class);
        if (serves == null || arguments == null) {
            Object result = pass(method, arguments);
            return result instanceof MetadefEngine part ? before(MetadefEngine.class, part, faults) : result;
        }
        ProjectId caller = arguments[0] instanceof Caller known ? known.project() : null;
        Optional<Fault> ordered = faults.next(serves.value(), caller);
        if (ordered.isEmpty()) {
            return pass(method, arguments);
        }
        Fault fault = ordered.get();
        Failure.Builder failure = Failure.of(serves.value()).advice("an ordered fault: " + fault);
        for (Object argument : arguments) {
            if (argument instanceof ImageId id) {
                failure.imageId(id);
            } else if (argument instanceof NamespaceName namespace) {
                failure.namespace(namespace);
            }
        }
        return strike(fault, failure, method, arguments);
    }

    private @Nullable Object strike(Fault fault, Failure.Builder failure, Method method, @Nullable Object[] arguments)
            throws Throwable {
        switch (fault.kind()) {
            case LATENCY -> pause(fault, failure);
            case STATUS -> throw refused((int) fault.amount(), failure);
            case ANSWER_LOST_BEFORE -> throw lost(fault.operation(), failure);
            case ANSWER_LOST_AFTER -> {
                Object result = pass(method, arguments);
                if (result instanceof ImageDownload download) {
                    download.close();
                }
                throw lost(fault.operation(), failure);
            }
            case DATA_CUT -> {
                return cut(fault, failure, method, arguments);
            }
        }
        return pass(method, arguments);
    }

    private void pause(Fault fault, Failure.Builder failure) {
        try {
            faults.pauser().pause(Duration.ofMillis(fault.amount()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(failure.effect(Effect.NOT_SENT).build(), e);
        }
    }

    private static ImageServiceException refused(int status, Failure.Builder call) {
        Failure failure = call.status(status)
                .effect(Effect.NOT_APPLIED)
                .serviceText("The service was ordered to answer so.")
                .build();
        Optional<Refusal> refusal = Refusal.of(status);
        if (refusal.isPresent()) {
            return Refusals.exception(refusal.get(), failure);
        }
        return switch (status) {
            case TOO_MANY_REQUESTS -> new RateLimitedException(failure, null);
            case UNAVAILABLE -> new ServiceUnavailableException(failure, null);
            default -> new ServiceErrorException(failure, null);
        };
    }

    private static ImageServiceException lost(Operation operation, Failure.Builder failure) {
        return operation.isChange()
                ? new OutcomeUnknownException(failure.effect(Effect.UNKNOWN).build(), null)
                : new ConnectionFailedException(
                        failure.effect(Effect.NOT_APPLIED).build(), null);
    }

    private @Nullable Object cut(Fault fault, Failure.Builder failure, Method method, @Nullable Object[] arguments)
            throws Throwable {
        @Nullable Object[] changed = arguments.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] instanceof InputStream source) {
                changed[i] = new CutStream(source, fault.amount(), () -> {
                    throw lost(fault.operation(), failure);
                });
            }
        }
        Object result = pass(method, changed);
        return result instanceof ImageDownload download
                ? new ImageDownload(
                        new CutStream(download.stream(), fault.amount(), () -> {
                            throw new IOException("the data breaks off, an ordered fault: " + fault);
                        }),
                        download.sizeBytes().isPresent() ? download.sizeBytes().getAsLong() : null,
                        download.checksum().orElse(null))
                : result;
    }

    private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(engine, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
