package org.glance4j.inmemory.contract;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records with one component changed, whatever else they hold. */
final class Altered {
    private Altered() {}

    /** Returns a copy of a record in which one component has another value. */
    @SuppressWarnings("unchecked")
    static <R extends Record, V> R copy(R original, String component, UnaryOperator<@Nullable V> change) {
        try {
            RecordComponent[] components = requireNonNull(original.getClass().getRecordComponents());
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(original);
                values[i] = components[i].getName().equals(component) ? change.apply((V) value) : value;
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(original.getClass() + " cannot be copied with another " + component, e);
        }
    }
}
