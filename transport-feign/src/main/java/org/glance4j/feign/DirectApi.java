package org.glance4j.feign;

import feign.DefaultContract;
import feign.MethodMetadata;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.glance4j.feign.http.Answer;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.OutgoingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Stands behind an interface that Feign's contract reads and checks. Feign's own way from its method to a request takes the
 * templates apart at every call and copies every body, which allocates more than the exchange itself; here they are taken
 * apart once. Safe for use by several threads.
 */
final class DirectApi implements InvocationHandler {
    private final Map<Method, Route> routes = new HashMap<>();
    private final HttpEngine engine;

    private DirectApi(Class<?> api, HttpEngine engine) {
        for (MethodMetadata metadata : new DefaultContract().parseAndValidateMetadata(api)) {
            routes.put(metadata.method(), Route.of(metadata));
        }
        this.engine = engine;
    }

    static <T> T of(Class<T> api, HttpEngine engine) {
        return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, new DirectApi(api, engine)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Exception {
        Route route = routes.get(method);
        if (route == null || arguments == null) {
            // What every object has: equals, hashCode, toString.
            return method.invoke(this, arguments);
        }
        Attempt attempt = route.attempt(arguments);
        Object body = route.body(arguments);
        OutgoingRequest request = new OutgoingRequest(
                route.verb(),
                route.path(arguments),
                route.headers(),
                body == null ? null : new ByteArrayEntity(WireCodec.write(body), null),
                false);
        Answer answer = engine.send(attempt, request).successful();
        if (route.answer() == void.class) {
            answer.none();
            return null;
        }
        byte[] json = answer.json();
        try {
            return WireCodec.read(json, route.answer());
        } catch (RuntimeException e) {
            throw attempt.unreadable(answer.status(), e);
        }
    }
}
