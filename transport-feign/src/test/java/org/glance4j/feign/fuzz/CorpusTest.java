package org.glance4j.feign.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs written by hand and a part of what fuzzing made of them, run again. */
class CorpusTest {

    static List<Class<?>> targets() {
        return Targets.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void inputsThatWereKeptEndInTypedExceptionsOnly(Class<?> target) throws Exception {
        MethodHandle fuzz = MethodHandles.lookup()
                .findStatic(target, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
        List<Path> inputs = Corpus.inputs(target);

        assertThat(inputs).hasSizeGreaterThan(3);
        for (Path input : inputs) {
            byte[] bytes = Files.readAllBytes(input);
            assertThatCode(() -> fuzz.invoke(bytes)).as("%s", input).doesNotThrowAnyException();
        }
    }

    @Test
    void plantedFaultIsOne() {
        byte[] input = "{\"image\": {\"owner\": {\"name\": null}}}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Targets.Planted.fuzzerTestOneInput(input)).isInstanceOf(NullPointerException.class);
    }
}
