package org.glance4j.inmemory.junit;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.function.Supplier;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test an in-memory Image service of its own, empty at first and closed at its end, as parameters of the test class's
 * constructor, of its {@code @BeforeEach} and {@code @AfterEach} methods, and of its tests: the {@link InMemoryImageService},
 * and for each {@link As} a client, a transport or the caller itself. All parameters of one test belong to one service.
 *
 * <pre>{@code
 * @ExtendWith(GlanceExtension.class)
 * class SharingTest {
 *     @Test
 *     void consumerAccepts(@As("producer") ImageClient producer, @As("consumer") ImageClient consumer) {
 *         ImageId image = producer.images().create(NewImage.named("debian-12").build()).id();
 *         producer.sharing().offer(image, ProjectId.of("consumer"));
 *         consumer.sharing().accept(image);
 *     }
 * }
 * }</pre>
 *
 * <p>For another service than the default, register the extension: {@code @RegisterExtension static final GlanceExtension glance =
 * new GlanceExtension(() -> InMemoryImageService.builder().profile(Profile.LEGACY).build());}
 *
 * <p>Takes JUnit 5.13 or a later 5.x. Safe for tests that run at the same time: nothing is kept but in the store of each test.
 */
public final class GlanceExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(GlanceExtension.class);
    private static final Set<Class<?>> CALLING = Set.of(ImageClient.class, ImageTransport.class, Caller.class);

    private final Supplier<InMemoryImageService> services;

    /** Makes the extension for services with Glance's own defaults. */
    public GlanceExtension() {
        this(InMemoryImageService::create);
    }

    /**
     * Makes the extension for services of one's own.
     *
     * @param services makes a new service for each test; the extension closes it
     */
    public GlanceExtension(Supplier<InMemoryImageService> services) {
        this.services = requireNonNull(services, "services");
    }

    /** Lets constructor parameters belong to the one test that the instance is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == InMemoryImageService.class || (CALLING.contains(type) && parameter.isAnnotated(As.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("each test has an Image service of its own, so "
                    + parameter.getDeclaringExecutable() + ", which runs once for all tests, cannot have one");
        }
        InMemoryImageService service = service(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == InMemoryImageService.class) {
            return service;
        }
        Caller caller = parameter
                .findAnnotation(As.class)
                .map(GlanceExtension::caller)
                .orElseThrow(() -> new ParameterResolutionException("@As says in whose name to call"));
        if (type == Caller.class) {
            return caller;
        }
        ImageTransport transport = service.as(caller);
        return type == ImageTransport.class ? transport : ImageClient.of(transport);
    }

    private static Caller caller(As as) {
        ProjectId project = ProjectId.of(as.value());
        return as.admin() ? Caller.admin(project) : Caller.of(project);
    }

    private InMemoryImageService service(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(this, key -> new OneTest(services.get()), OneTest.class)
                .service();
    }

    /** Closes the service at the end of the test, with every transport to it. */
    private record OneTest(InMemoryImageService service) implements AutoCloseable {
        @Override
        public void close() {
            service.close();
        }
    }
}
