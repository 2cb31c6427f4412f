package org.glance4j.feign.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.error.Effect.NOT_APPLIED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.glance4j.feign.http.ExchangeFailure.Kind;
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.feign.http.Planned;
import org.glance4j.model.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation against every way of failing, where each attempt fails in the same way. */
class OperationClassTest {
    private static final Map<OperationClass, Set<Operation>> CLASSES = Map.of(
            OperationClass.SAFE,
            EnumSet.of(
                    Operation.GET_IMAGE,
                    Operation.LIST_IMAGES,
                    Operation.DOWNLOAD_DATA,
                    Operation.LIST_IMAGE_TASKS,
                    Operation.LIST_IMPORT_METHODS,
                    Operation.LIST_STORES,
                    Operation.LIST_STORE_DETAILS,
                    Operation.GET_MEMBER,
                    Operation.LIST_MEMBERS,
                    Operation.LIST_TASKS,
                    Operation.GET_TASK,
                    Operation.LIST_CACHE,
                    Operation.LIST_LOCATIONS,
                    Operation.LIST_VERSIONS,
                    Operation.GET_USAGE,
                    Operation.GET_SCHEMA,
                    Operation.GET_NAMESPACE,
                    Operation.LIST_NAMESPACES,
                    Operation.GET_METADEF_OBJECT,
                    Operation.LIST_METADEF_OBJECTS,
                    Operation.GET_METADEF_PROPERTY,
                    Operation.LIST_METADEF_PROPERTIES,
                    Operation.GET_METADEF_TAG,
                    Operation.LIST_METADEF_TAGS,
                    Operation.LIST_RESOURCE_TYPES,
                    Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS,
                    Operation.AUTHENTICATE),
            OperationClass.IDEMPOTENT,
            EnumSet.of(
                    Operation.ADD_TAG, Operation.DEACTIVATE_IMAGE, Operation.REACTIVATE_IMAGE, Operation.CACHE_IMAGE),
            OperationClass.MAKES_KEYED,
            EnumSet.of(
                    Operation.CREATE_IMAGE,
                    Operation.ADD_MEMBER,
                    Operation.CREATE_NAMESPACE,
                    Operation.CREATE_METADEF_OBJECT,
                    Operation.CREATE_METADEF_PROPERTY,
                    Operation.CREATE_METADEF_TAG,
                    Operation.ADD_METADEF_TAGS,
                    Operation.ADD_RESOURCE_TYPE_ASSOCIATION),
            OperationClass.REMOVES_KEYED,
            EnumSet.of(
                    Operation.DELETE_IMAGE,
                    Operation.REMOVE_TAG,
                    Operation.REMOVE_MEMBER,
                    Operation.UNCACHE_IMAGE,
                    Operation.DELETE_NAMESPACE,
                    Operation.DELETE_METADEF_OBJECT,
                    Operation.DELETE_METADEF_PROPERTY,
                    Operation.DELETE_METADEF_TAG,
                    Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION),
            OperationClass.LOOKED_FOR,
            EnumSet.of(
                    Operation.UPDATE_MEMBER,
                    Operation.DELETE_FROM_STORE,
                    Operation.UPDATE_NAMESPACE,
                    Operation.UPDATE_METADEF_OBJECT,
                    Operation.DELETE_METADEF_OBJECTS,
                    Operation.UPDATE_METADEF_PROPERTY,
                    Operation.DELETE_METADEF_PROPERTIES,
                    Operation.REPLACE_METADEF_TAGS,
                    Operation.UPDATE_METADEF_TAG,
                    Operation.DELETE_METADEF_TAGS),
            OperationClass.ONCE,
            EnumSet.of(
                    Operation.CLEAR_CACHE,
                    Operation.UPDATE_IMAGE,
                    Operation.UPLOAD_DATA,
                    Operation.STAGE_DATA,
                    Operation.IMPORT_IMAGE,
                    Operation.CREATE_TASK,
                    Operation.ADD_LOCATION));

    private static final Map<String, Supplier<FailedAttempt>> FAILURES = Map.ofEntries(
            failure("not sent", Bench::notSent),
            failure("reset", Bench::reset),
            failure("silence", () -> Planned.broken(Kind.SILENCE, true, null)),
            failure("login page", () -> Planned.broken(Kind.FOREIGN, true, 200)),
            failure("not HTTP", () -> Planned.broken(Kind.FOREIGN, true, null)),
            failure("half an answer", Bench::halfAnAnswer),
            failure("502", () -> Bench.refused(502)),
            failure("503", () -> Bench.refused(503)),
            failure("504", () -> Bench.refused(504)),
            failure("429", () -> Bench.refused(429)),
            failure("413 later", () -> Bench.refused(413, "0")),
            failure("413", () -> Bench.refused(413)),
            failure("500", () -> Bench.refused(500)),
            failure("401", () -> Bench.refused(401)),
            failure("302", () -> Bench.refused(302)),
            failure("400", () -> Bench.refused(400)),
            failure("403", () -> Bench.refused(403)),
            failure("404", () -> Bench.refused(404)),
            failure("409", () -> Bench.refused(409)),
            failure("deadline", () -> Planned.broken(Kind.DEADLINE, true, null)),
            failure("closed", () -> Planned.broken(Kind.CLOSED, true, null)),
            failure("proxy", () -> Planned.broken(Kind.PROXY, true, null)),
            failure("source", () -> Planned.broken(Kind.SOURCE, true, null)));

    /** Attempts and effect: S not sent, N not applied, U unknown, A applied; then what is thrown for a read and for a change. */
    private static final String TABLE = """
            failure        | SAFE | IDEMPOTENT | MAKES_KEYED | REMOVES_KEYED | LOOKED_FOR | ONCE | read | change
            not sent       | 4S | 4S | 4S | 4S | 4S | 4S | ConnectionFailed   | ConnectionFailed
            reset          | 4N | 4U | 4U | 4U | 1U | 1U | ConnectionFailed   | OutcomeUnknown
            silence        | 4N | 4U | 4U | 4U | 1U | 1U | ConnectionFailed   | OutcomeUnknown
            login page     | 4N | 4U | 4U | 4U | 1U | 1U | UnexpectedAnswer   | UnexpectedAnswer
            not HTTP       | 4N | 4U | 4U | 4U | 1U | 1U | UnexpectedAnswer   | UnexpectedAnswer
            half an answer | 4N | 4A | 4A | 4A | 1A | 1A | UnexpectedAnswer   | UnexpectedAnswer
            502            | 4N | 4U | 4U | 4U | 1U | 1U | ServiceError       | ServiceError
            503            | 4N | 4U | 4U | 4U | 1U | 1U | ServiceUnavailable | ServiceUnavailable
            504            | 4N | 4U | 4U | 4U | 1U | 1U | ServiceError       | ServiceError
            429            | 4N | 4N | 4N | 4N | 4N | 4N | RateLimited        | RateLimited
            413 later      | 4N | 4N | 4N | 4N | 4N | 4N | RateLimited        | RateLimited
            413            | 1N | 1N | 1N | 1N | 1N | 1N | LimitExceeded      | LimitExceeded
            500            | 1N | 1U | 1U | 1U | 1U | 1U | ServiceError       | ServiceError
            401            | 2N | 2N | 2N | 2N | 2N | 2N | Unauthorized       | Unauthorized
            302            | 1N | 1N | 1N | 1N | 1N | 1N | UnexpectedAnswer   | UnexpectedAnswer
            400            | 1N | 1N | 1N | 1N | 1N | 1N | InvalidRequest     | InvalidRequest
            403            | 1N | 1N | 1N | 1N | 1N | 1N | Forbidden          | Forbidden
            404            | 1N | 1N | 1N | 1N | 1N | 1N | NotFound           | NotFound
            409            | 1N | 1N | 1N | 1N | 1N | 1N | Conflict           | Conflict
            deadline       | 1N | 1U | 1U | 1U | 1U | 1U | DeadlineExceeded   | DeadlineExceeded
            closed         | 1N | 1U | 1U | 1U | 1U | 1U | TransportClosed    | TransportClosed
            proxy          | 1S | 1S | 1S | 1S | 1S | 1S | Configuration      | Configuration
            source         | 1N | 1N | 1N | 1N | 1N | 1N | ImageDataSource    | ImageDataSource
            """;

    private static Map.Entry<String, Supplier<FailedAttempt>> failure(String name, Supplier<FailedAttempt> failure) {
        return Map.entry(name, failure);
    }

    static Stream<Arguments> cells() {
        List<String[]> rows =
                TABLE.lines().map(line -> line.strip().split(" *\\| *")).toList();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, column -> column + 1)
                        .limit(OperationClass.values().length)
                        .flatMap(column -> CLASSES.get(OperationClass.valueOf(rows.get(0)[column])).stream()
                                .map(operation -> Arguments.of(
                                        operation, row[0], row[column], operation.isChange() ? row[8] : row[7]))));
    }

    @Test
    void everyOperationHasItsClassAndTheTableHasEveryFailure() {
        assertThat(Arrays.stream(Operation.values()))
                .allSatisfy(operation ->
                        assertThat(CLASSES.get(OperationClass.of(operation))).contains(operation));
        assertThat(cells()).hasSize(FAILURES.size() * Operation.values().length);
    }

    @ParameterizedTest(name = "{0}, {1}: {2} {3}")
    @MethodSource("cells")
    void aCallIsTriedAsOftenAsItsClassAllowsAndSaysWhatItDid(
            Operation operation, String failure, String cell, String exception) {
        Bench bench = new Bench();
        ImageServiceException thrown = Thrown.by(() -> bench.calls()
                .run(Bench.call(operation), bench.script(FAILURES.get(failure).get())));
        assertThat(bench.attempts).isEqualTo(Character.digit(cell.charAt(0), 10));
        assertThat(thrown.effect()).isEqualTo(effect(cell.charAt(1)));
        assertThat(Stream.<Class<?>>iterate(thrown.getClass(), c -> c != RuntimeException.class, Class::getSuperclass)
                        .map(Class::getSimpleName))
                .contains(exception + "Exception");
        if (bench.attempts > 1) {
            assertThat(thrown).hasMessageContaining(bench.attempts + " attempts were made");
        }
    }

    private static Effect effect(char letter) {
        return switch (letter) {
            case 'S' -> Effect.NOT_SENT;
            case 'N' -> NOT_APPLIED;
            case 'U' -> Effect.UNKNOWN;
            default -> Effect.APPLIED;
        };
    }
}
