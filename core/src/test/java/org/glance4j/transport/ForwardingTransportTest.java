package org.glance4j.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForwardingTransportTest {
    private static final Set<String> SAID_BY_EACH = Set.of("within", "uncached");

    @Test
    void everyCallGoesToTheOtherTransport() throws ReflectiveOperationException {
        List<String> heard = new ArrayList<>();
        ImageTransport other = (ImageTransport) Proxy.newProxyInstance(
                ImageTransport.class.getClassLoader(),
                new Class<?>[] {ImageTransport.class},
                (proxy, method, arguments) -> {
                    heard.add(method.getName());
                    return null;
                });
        ImageTransport forwarding = new ForwardingTransport(other) {
            @Override
            public ImageTransport uncached() {
                return this;
            }

            @Override
            public ImageTransport within(Deadline deadline) {
                return this;
            }
        };
        List<String> called = new ArrayList<>();
        for (Method method : ImageTransport.class.getMethods()) {
            if (!SAID_BY_EACH.contains(method.getName())) {
                called.add(method.getName());
                Object unused = method.invoke(forwarding);
            }
        }
        assertThat(heard).containsExactlyElementsOf(called);
        assertThat(called).contains("images", "members", "close");
    }
}
