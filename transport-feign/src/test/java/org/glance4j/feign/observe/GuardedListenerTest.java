package org.glance4j.feign.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glance4j.observe.ClientListener;
import org.junit.jupiter.api.Test;

class GuardedListenerTest {

    /** By reflection, so that no method is forgotten. */
    @Test
    void everyMethodIsPassedOnAndNoneThrowsAndEachIsLoggedOnce() throws Exception {
        List<Method> methods = Stream.of(ClientListener.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
        int[] heard = {0};
        ClientListener guarded = GuardedListener.of(listener((proxy, method, arguments) -> {
            heard[0]++;
            throw new IllegalStateException(method.getName());
        }));

        for (Method method : methods) {
            method.invoke(guarded, new Object[method.getParameterCount()]);
            method.invoke(guarded, new Object[method.getParameterCount()]);
        }

        assertThat(methods).hasSize(8);
        assertThat(heard[0]).isEqualTo(2 * methods.size());
        String log = Files.readString(Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")));
        for (Method method : methods) {
            assertThat(log).containsOnlyOnce("fails in " + method.getName() + ",");
        }
    }

    @Test
    void errorsOfTheMachineAreNotKeptBack() {
        ClientListener guarded = GuardedListener.of(listener((proxy, method, arguments) -> {
            throw new StackOverflowError();
        }));

        assertThatThrownBy(guarded::tokenRejected).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void noListenerStaysNone() {
        assertThat(GuardedListener.of(ClientListener.none())).isSameAs(ClientListener.none());
    }

    private static ClientListener listener(InvocationHandler handler) {
        return (ClientListener) Proxy.newProxyInstance(
                ClientListener.class.getClassLoader(), new Class<?>[] {ClientListener.class}, handler);
    }
}
