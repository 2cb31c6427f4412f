package org.glance4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The expected texts are those of python-openstackclient 6.0.0 for the same values. */
class OutputTest {
    private static final Listing NONE = new Listing(List.of("ID", "Name", "Status"), List.of());

    private static Details details() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("os_hidden", false);
        properties.put("k", "v");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", "ff79c24b");
        fields.put("min_disk", 0);
        fields.put("properties", properties);
        fields.put("protected", false);
        fields.put("tags", List.of("b", "a"));
        return new Details(fields);
    }

    private static Listing listing(String name) {
        return new Listing(
                List.of("ID", "Name", "Size"), List.of(new ArrayList<>(Arrays.asList("ff79c24b", name, null))));
    }

    @Nested
    class Table {
        private final Renderer format = Format.TABLE.renderer();

        @Test
        void tableSetsAColumnOfNumbersToTheRight() {
            Listing listing = new Listing(List.of("ID", "Size"), List.of(List.of("a", 81), List.of("b", 1_234_567L)));

            assertThat(new TableFormat().render(listing))
                    .contains("| ID |    Size |", "| a  |      81 |", "| b  | 1234567 |");
        }

        @Test
        void detailsStandOneToALine() {
            assertThat(format.render(details())).isEqualTo("""
                            +------------+--------------------------+
                            | Field      | Value                    |
                            +------------+--------------------------+
                            | id         | ff79c24b                 |
                            | min_disk   | 0                        |
                            | properties | k='v', os_hidden='False' |
                            | protected  | False                    |
                            | tags       | a, b                     |
                            +------------+--------------------------+
                            """);
        }

        @Test
        void aListingHasItsColumns() {
            assertThat(format.render(listing("x"))).isEqualTo("""
                            +----------+------+------+
                            | ID       | Name | Size |
                            +----------+------+------+
                            | ff79c24b | x    | None |
                            +----------+------+------+
                            """);
        }

        @Test
        void anEmptyListingIsAnEmptyLine() {
            assertThat(format.render(NONE)).isEqualTo("\n");
        }

        @Test
        void wideCharactersKeepTheBordersStraight() {
            assertThat(format.render(listing("日本")).lines()).contains("| ff79c24b | 日本 | None |");
        }

        @Test
        void whatSteersATerminalIsSpelledOut() {
            assertThat(format.render(listing("a\u001b[31mb\nc\u202e"))).contains("a\\u001b[31mb\\nc\\u202e");
        }
    }

    @Nested
    class Json {
        private final Renderer format = Format.JSON.renderer();

        @Test
        void detailsAreAnObject() {
            assertThat(format.render(details())).isEqualTo("""
                            {
                              "id": "ff79c24b",
                              "min_disk": 0,
                              "properties": {
                                "os_hidden": false,
                                "k": "v"
                              },
                              "protected": false,
                              "tags": [
                                "b",
                                "a"
                              ]
                            }
                            """);
        }

        @Test
        void aListingIsAnArrayOfObjects() {
            assertThat(format.render(listing("x"))).isEqualTo("""
                            [
                              {
                                "ID": "ff79c24b",
                                "Name": "x",
                                "Size": null
                              }
                            ]
                            """);
        }

        @Test
        void anEmptyListingIsAnEmptyArray() {
            assertThat(format.render(NONE)).isEqualTo("[]\n");
        }

        @Test
        void whatSteersATerminalIsEscapedAndNotLost() {
            assertThat(format.render(listing("a\u001b\u007f\u009b\u202e")))
                    .containsIgnoringCase("a\\u001b\\u007f\\u009b\\u202e");
        }
    }

    @Nested
    class Value {
        private final Renderer format = Format.VALUE.renderer();

        @Test
        void detailsStandOneToALine() {
            assertThat(format.render(details())).isEqualTo("""
                            ff79c24b
                            0
                            {'os_hidden': False, 'k': 'v'}
                            False
                            ['b', 'a']
                            """);
        }

        @Test
        void aRowIsALine() {
            assertThat(format.render(listing("x"))).isEqualTo("ff79c24b x None\n");
        }

        @Test
        void anEmptyListingIsNothing() {
            assertThat(format.render(NONE)).isEmpty();
        }

        @Test
        void whatSteersATerminalIsSpelledOut() {
            assertThat(format.render(listing("a\rb"))).isEqualTo("ff79c24b a\\rb None\n");
        }
    }
}
