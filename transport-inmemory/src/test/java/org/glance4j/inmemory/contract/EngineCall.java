package org.glance4j.inmemory.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.inmemory.internal.MetadefEngine;
import org.glance4j.inmemory.internal.Serves;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A call to an engine that keeps its rules, on its way there.
 *
 * @param engine the engine
 * @param method the method that is called
 * @param arguments its arguments, the caller first
 */
record EngineCall(ImageEngine engine, Method method, Arguments arguments) {
    static final Caller ADMIN = Caller.admin(ProjectId.of("above-all"));
    static final Caller STRANGER = Caller.of(ProjectId.of("nobody"));

    /** Values that may be null. */
    record Arguments(List<Optional<Object>> values) {
        static Arguments of(@Nullable Object @Nullable [] values) {
            return new Arguments(Arrays.stream(values == null ? new Object[0] : values)
                    .map(Optional::ofNullable)
                    .toList());
        }
    }

    /** Returns an engine that breaks the rules of a corruption. */
    static ImageEngine corrupted(ImageEngine engine, Map<Operation, EngineRule> rules) {
        return corrupted(ImageEngine.class, engine, rules);
    }

    private static <T> T corrupted(Class<T> type, ImageEngine engine, Map<Operation, EngineRule> rules) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Serves serves = method.getAnnotation(Serves.class);
                    EngineRule rule = serves == null ? null : rules.get(serves.value());
                    EngineCall call = new EngineCall(engine, method, Arguments.of(arguments));
                    Object result = rule == null ? call.pass() : rule.answer(call);
                    return result instanceof MetadefEngine ? corrupted(MetadefEngine.class, engine, rules) : result;
                }));
    }

    @Nullable
    Object pass() throws Throwable {
        try {
            return method.invoke(
                    method.getDeclaringClass() == MetadefEngine.class ? engine.metadefs() : engine,
                    arguments.values().stream().map(value -> value.orElse(null)).toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    Caller caller() {
        return argument(Caller.class);
    }

    ImageId image() {
        return argument(ImageId.class);
    }

    ProjectId member() {
        return argument(ProjectId.class);
    }

    <T> T argument(Class<T> type) {
        return type.cast(arguments.values().get(place(type)).orElseThrow());
    }

    EngineCall by(Caller caller) {
        return with(Caller.class, caller);
    }

    /** Returns the call with another argument in the place of the one of a type. */
    <T> EngineCall with(Class<T> type, @Nullable T value) {
        var values = new ArrayList<>(arguments.values());
        values.set(place(type), Optional.ofNullable(value));
        return new EngineCall(engine, method, new Arguments(values));
    }

    private int place(Class<?> type) {
        return Arrays.asList(method.getParameterTypes()).indexOf(type);
    }

    // ---- what is so

    /** Returns the image, whoever may see it. */
    Optional<Image> found() {
        try {
            return Optional.of(engine.get(ADMIN, image()));
        } catch (ImageNotFoundException e) {
            return Optional.empty();
        }
    }

    boolean isAdmins() {
        return caller().isAdmin();
    }

    boolean isOwners() {
        return found().filter(image -> caller().project().equals(image.owner())).isPresent();
    }

    boolean isMembers() {
        return status(caller().project()).isPresent();
    }

    /** Whether the caller does not see the image. */
    boolean isBlind() {
        try {
            engine.get(caller(), image());
            return false;
        } catch (ImageNotFoundException e) {
            return true;
        }
    }

    /** Whether the call is about the caller's own row. */
    boolean isOnOwnRow() {
        return caller().project().equals(member());
    }

    /** Returns the status of a project's row, whoever may see it. */
    Optional<MemberStatus> status(ProjectId project) {
        try {
            return Optional.of(engine.getMember(ADMIN, image(), project).status());
        } catch (MemberNotFoundException e) {
            return Optional.empty();
        }
    }
}
