package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.glance4j.model.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are as large as they may be, larger, or that two readers would read differently. */
class HostileDocumentsTest {
    private static final String GOOD = "\"id\":\"1\",\"name\":\"n\",\"status\":\"active\",\"visibility\":\"private\","
            + "\"created_at\":\"2026-11-23T12:00:00Z\"";
    private static final String GOOD_MEMBER = "\"image_id\":\"i\",\"member_id\":\"m\",\"status\":\"pending\","
            + "\"created_at\":\"2026-11-23T12:00:00Z\",\"updated_at\":\"2026-11-23T12:00:00Z\"";

    private static Image image(String more) {
        return ImageJson.read(bytes("{" + GOOD + "," + more + "}"));
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(String more, String problem) {
        assertThatThrownBy(() -> image(more))
                .isInstanceOf(WireFormatException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void nestingEndsAt64Levels() {
        assertThat(image("\"x\":" + nested(63)).otherFields()).containsKey("x");
        assertRefused("\"x\":" + nested(64), "nesting depth (65)");
        assertRefused("\"self\":" + nested(1000), "nesting depth (65)");
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    @Test
    void tokensEndAtTwoMillion() {
        // Two for each of the fields, the brackets, and the two fields' names.
        int others = 2 + 5 * 2 + 3;
        assertThat(image("\"self\":[" + zeros(2_000_000 - others) + "]").name()).isEqualTo("n");
        assertRefused("\"self\":[" + zeros(2_000_001 - others) + "]", "Token count (2000001)");
    }

    private static String zeros(int count) {
        return "0,".repeat(count - 1) + "0";
    }

    @Test
    void stringsEndAtAMebibyte() {
        String longest = "x".repeat(1 << 20);
        assertThat(image("\"x\":\"" + longest + "\"").properties()).containsEntry("x", longest);
        assertRefused("\"x\":\"" + longest + "x\"", "String value length (1048577)");
    }

    @Test
    void numbersEndAtAThousandDigits() {
        assertThat(image("\"x\":" + "1".repeat(1000)).otherFields().get("x")).hasToString("1".repeat(1000));
        assertRefused("\"x\":" + "1".repeat(1001), "Number value length (1001)");
    }

    @Test
    void aNumberWithoutBoundsCostsNothing() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Image image = image("\"x\":1e999999999,\"y\":-1e-999999999,\"z\":[1E+2147483647]");
            assertThat(image.otherFields().get("x")).hasToString("1E+999999999");
            assertThat(image.toString()).hasSizeLessThan(2000);
            assertThat(image).isEqualTo(image("\"x\":1e999999999,\"y\":-1e-999999999,\"z\":[1E+2147483647]"));
            assertThat(ImageJson.read(ImageJson.write(image)).otherFields()).isEqualTo(image.otherFields());
            assertRefused("\"size\":1e999999999", "size is not an integer");
            assertRefused("\"size\":" + "9".repeat(400), "not well-formed");
            assertRefused("\"x\":1e99999999999", "an exponent that no number can have");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"2\"",
                "\"name\":null",
                "\"status\":\"active\"",
                "\"visibility\":\"public\"",
                "\"created_at\":\"2026-11-23T12:00:00Z\"",
                "\"owner\":\"a\",\"owner\":\"b\"",
                "\"protected\":true,\"protected\":false",
                "\"os_hidden\":true,\"os_hidden\":true",
                "\"disk_format\":null,\"disk_format\":\"raw\"",
                "\"container_format\":\"bare\",\"container_format\":\"bare\"",
                "\"min_disk\":0,\"min_disk\":1",
                "\"min_ram\":0,\"min_ram\":1",
                "\"tags\":[],\"tags\":[\"a\"]",
                "\"size\":null,\"size\":1",
                "\"virtual_size\":1,\"virtual_size\":1",
                "\"checksum\":\"a\",\"checksum\":\"b\"",
                "\"os_hash_algo\":\"a\",\"os_hash_algo\":\"b\"",
                "\"os_hash_value\":\"a\",\"os_hash_value\":\"b\"",
                "\"updated_at\":null,\"updated_at\":null",
                "\"x\":\"a\",\"x\":\"a\"",
                "\"x\":\"a\",\"x\":1",
                "\"x\":1,\"x\":\"a\"",
                "\"x\":null,\"x\":null",
                "\"x\":{\"a\":1,\"a\":2}",
                "\"stores\":\"a\",\"stores\":\"b\"",
                "\"\\u0069d\":\"2\""
            })
    void aFieldThatStandsThereTwiceMakesADocumentUnreadable(String more) {
        assertRefused(more, "stands there twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"image_id\":\"i\"",
                "\"member_id\":\"x\"",
                "\"status\":\"accepted\"",
                "\"created_at\":null",
                "\"updated_at\":\"2026-11-23T12:00:00Z\""
            })
    void soItDoesInAMember(String more) {
        String member = "{" + GOOD_MEMBER + "," + more + "}";
        assertThatThrownBy(() -> MemberJson.read(bytes(member))).hasMessageContaining("stands there twice");
        assertThatThrownBy(() -> MemberJson.readList(bytes("{\"members\":[" + member + "]}")))
                .hasMessageContaining("stands there twice");
    }

    @Test
    void soItDoesInAPage() {
        assertThatThrownBy(() -> ImageJson.readPage(bytes("{\"images\":[],\"images\":[]}")))
                .hasMessageContaining("the field images stands there twice");
        assertThatThrownBy(() -> ImageJson.readPage(bytes("{\"images\":[],\"next\":\"a\",\"next\":null}")))
                .hasMessageContaining("the field next stands there twice");
        assertThatThrownBy(() -> MemberJson.readList(bytes("{\"members\":[],\"members\":[]}")))
                .hasMessageContaining("the field members stands there twice");
    }
}
