package org.glance4j.feign;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.glance4j.auth.Secret;

/**
 * What {@code toString} says of an object and of all that hangs on it, as far as its class is one of this project, Feign or
 * HttpClient: what the JDK's own objects say shows through those that hold them. The inside of a {@link Secret} is left alone.
 */
final class EverythingReachable {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> next = new ArrayDeque<>();
    private final Set<String> said = new LinkedHashSet<>();

    private EverythingReachable() {}

    static Set<String> from(Object root) throws ReflectiveOperationException {
        EverythingReachable walk = new EverythingReachable();
        walk.add(root);
        while (!walk.next.isEmpty()) {
            walk.visit(walk.next.remove());
        }
        return walk.said;
    }

    private void add(Object object) {
        if (object != null && seen.add(object)) {
            next.add(object);
        }
    }

    private void visit(Object object) throws ReflectiveOperationException {
        Class<?> type = object.getClass();
        if (object instanceof Object[] items) {
            for (Object item : items) {
                add(item);
            }
        } else if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(this::add);
            map.values().forEach(this::add);
        } else if (object instanceof Optional<?> optional) {
            add(optional.orElse(null));
        } else if (object instanceof AtomicReference<?> reference) {
            add(reference.get());
        } else if (object instanceof Iterable<?> items && type.getName().startsWith("java.util.")) {
            items.forEach(this::add);
        }
        if (object instanceof Throwable failure) {
            add(failure.getCause());
            add(failure.getSuppressed());
        }
        if (isOpen(type) || object instanceof Throwable) {
            said.add(type.getName() + " " + object);
        }
        if (!(object instanceof Secret)) {
            fields(object);
        }
    }

    private void fields(Object object) throws ReflectiveOperationException {
        for (Class<?> type = object.getClass(); type != null && isOpen(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    add(field.get(object));
                }
            }
        }
    }

    private static boolean isOpen(Class<?> type) {
        String name = type.getName();
        return name.startsWith("org.glance4j.") || name.startsWith("feign.") || name.startsWith("org.apache.hc.");
    }
}
