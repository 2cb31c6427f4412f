package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is expected here is what Python 3.11 printed. */
class PythonPrintTest {

    private static String print(String json) throws JsonProcessingException {
        return PythonPrint.of(JsonText.parse(json.replace('`', '"').getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatFitsStandsOnOneLineWithItsKeysInOrder() throws JsonProcessingException {
        assertThat(print("{`b`:[`x`,null,true],`a`:{`d`:1,`c`:`it's`}}"))
                .isEqualTo("{'a': {'c': \"it's\", 'd': 1}, 'b': ['x', None, True]}");
    }

    @Test
    void whatDoesNotFitHasALineForEachKeyAndItsTextsAreCutBehindWords() throws JsonProcessingException {
        assertThat(
                        print(
                                "{`description`:`A long text that has to be cut because it is much longer than one line may be,"
                                        + " and then some more of it`,`type`:[`null`,`string`],`enum`:[`a`,`b`],`x`:{`y`:1,`a`:null}}"))
                .isEqualTo("""
                        {'description': 'A long text that has to be cut because it is much '
                                        'longer than one line may be, and then some more of it',
                         'enum': ['a', 'b'],
                         'type': ['null', 'string'],
                         'x': {'a': None, 'y': 1}}""");
    }

    @Test
    void aLongListHasALineForEachItem() throws JsonProcessingException {
        assertThat(print("[`short`,`" + "word ".repeat(18) + "`]"))
                .isEqualTo("['short',\n" + " '" + "word ".repeat(13) + "'\n" + " '" + "word ".repeat(5) + "']");
    }

    @Test
    void aLongTextOfItsOwnStandsInParentheses() throws JsonProcessingException {
        assertThat(print("`" + "word ".repeat(30) + "`"))
                .isEqualTo(
                        "('" + "word ".repeat(13) + "'\n '" + "word ".repeat(13) + "'\n '" + "word ".repeat(4) + "')");
        assertThat(print("`two\\nlines of a text that is longer than one line is by itself, so that it is cut`"))
                .isEqualTo("""
                        ('two\\n'
                         'lines of a text that is longer than one line is by itself, so that '
                         'it is cut')""");
        assertThat(print("`" + "n".repeat(100) + "`")).isEqualTo("'" + "n".repeat(100) + "'");
    }
}
