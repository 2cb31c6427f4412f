package org.glance4j.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.glance4j.model.Image;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageImportOperations;
import org.glance4j.transport.ImageOperations;
import org.glance4j.transport.ImageTransport;

/** A transport with something planted between it and its data, and between it and the records that it shows. */
public final class Planted {
    private Planted() {}

    public static ImageTransport data(ImageTransport transport, UnaryOperator<ImageDataOperations> plant) {
        return proxy(ImageTransport.class, (self, method, arguments) -> switch (method.getName()) {
            case "data" -> plant.apply(transport.data());
            case "within" -> data(transport.within((Deadline) arguments[0]), plant);
            default -> call(transport, method, arguments);
        });
    }

    public static ImageTransport record(ImageTransport transport, UnaryOperator<Image> plant) {
        return proxy(ImageTransport.class, (self, method, arguments) -> switch (method.getName()) {
            case "images" -> records(transport.images(), plant);
            case "within" -> record(transport.within((Deadline) arguments[0]), plant);
            default -> call(transport, method, arguments);
        });
    }

    /** A transport that tells of each call of image records by its method's name, with the deadline that it has. */
    public static ImageTransport heard(ImageTransport transport, BiConsumer<String, Deadline> ear) {
        return heard(transport, Deadline.none(), ear);
    }

    private static ImageTransport heard(ImageTransport transport, Deadline deadline, BiConsumer<String, Deadline> ear) {
        return proxy(ImageTransport.class, (self, method, arguments) -> switch (method.getName()) {
            case "images" ->
                proxy(ImageOperations.class, (images, called, given) -> {
                    ear.accept(called.getName(), deadline);
                    return call(transport.images(), called, given);
                });
            case "within" -> heard(transport.within((Deadline) arguments[0]), (Deadline) arguments[0], ear);
            default -> call(transport, method, arguments);
        });
    }

    /** A transport that has an import accepted, and fails all the same. */
    public static ImageTransport accepting(ImageTransport transport, Throwable failure) {
        return proxy(ImageTransport.class, (self, method, arguments) -> switch (method.getName()) {
            case "imports" ->
                proxy(ImageImportOperations.class, (imports, called, given) -> {
                    Object answer = call(transport.imports(), called, given);
                    if (called.getName().equals("importImage")) {
                        throw failure;
                    }
                    return answer;
                });
            case "within" -> accepting(transport.within((Deadline) arguments[0]), failure);
            default -> call(transport, method, arguments);
        });
    }

    private static ImageOperations records(ImageOperations images, UnaryOperator<Image> plant) {
        return proxy(ImageOperations.class, (self, method, arguments) -> {
            Object answer = call(images, method, arguments);
            return method.getName().equals("get") ? plant.apply((Image) answer) : answer;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
