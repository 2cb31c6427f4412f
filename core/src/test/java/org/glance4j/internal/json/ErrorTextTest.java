package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

    private static @Nullable String read(String body) {
        return ErrorText.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneRefusalGivesTheSameTextInEachForm() {
        String text = "Access was denied to this resource. Not allowed to update members for image a & b.";
        assertThat(List.of(
                        "{\"message\": \"Access was denied to this resource.<br /><br />\\nNot allowed to update members for"
                                + " image a & b.\\n\\n\\n\", \"code\": \"403 Forbidden\", \"title\": \"Forbidden\"}",
                        "<html>\n <head>\n  <title>403 Forbidden</title>\n </head>\n <body>\n  <h1>403 Forbidden</h1>\n"
                                + "  Access was denied to this resource.<br /><br />\nNot allowed to update members for image a"
                                + " &amp; b.\n\n\n </body>\n</html>",
                        "403 Forbidden\n\nAccess was denied to this resource.\n\nNot allowed to update members for image a & b."
                                + "\n\n   "))
                .allSatisfy(body -> assertThat(read(body)).isEqualTo(text));
    }

    @Test
    void markupThatTheCallerSentIsGoneInEachForm() {
        assertThat(read("<html><body><h1>404 Not Found</h1>No image &lt;b&gt;x&#39;&#x27;&quot;</body></html>"))
                .isEqualTo("No image x''\"");
        assertThat(read("{\"message\": \"No image <b>x<br />\"}")).isEqualTo("No image x");
    }

    @Test
    void keystonesErrorsAreReadToo() {
        assertThat(
                        read(
                                "{\"error\": {\"code\": 401, \"message\": \"The request you have made requires authentication.\"}}"))
                .isEqualTo("The request you have made requires authentication.");
        assertThat(read("{\"unauthorized\": {\"message\": \"Unable\", \"code\": 401}}"))
                .isEqualTo("Unable");
    }

    @Test
    void withoutATextTheStatusLineIsShown() {
        assertThat(read("404 Not Found\n\n\n\n   ")).isEqualTo("404 Not Found");
        assertThat(read("<html><head><title>404</title></head><body><h1>404 Not Found</h1></body></html>"))
                .isEqualTo("404 Not Found");
        assertThat(read("{\"message\": \"<br /><br />\\n\\n\\n\", \"code\": \"404 Not Found\"}"))
                .isEqualTo("404 Not Found");
    }

    @Test
    void whatIsNotAsExpectedIsShownAsItIs() {
        assertThat(read("")).isNull();
        assertThat(read(" \r\n\t ")).isNull();
        assertThat(read("upstream  connect\u0007 error")).isEqualTo("upstream connect error");
        assertThat(read("1 < 2 > 0 & more &unknown; &")).isEqualTo("1 < 2 > 0 & more &unknown; &");
        assertThat(read("{\"message\": \"half")).isEqualTo("{\"message\": \"half");
        assertThat(read("{\"detail\": 7}")).isEqualTo("{\"detail\": 7}");
        assertThat(read("<!-- c --><p>Bad</p><p>Gateway</p><script>x()</script>"))
                .isEqualTo("Bad Gateway");
    }

    @Test
    void noMoreThanTheLongestBodyIsReadAndNothingHostileTakesLong() {
        byte[] long1 = "<h1".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        byte[] long2 = "<<&".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        byte[] long3 = ("<script>" + "</scrip>".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (byte[] body : List.of(long1, long2, long3)) {
                String text = ErrorText.read(body);
                assertThat(text == null ? 0 : text.length()).isLessThanOrEqualTo(ErrorText.LONGEST_BODY);
            }
        });
    }

    @Test
    void aBodyThatBreaksOffGivesWhatCame() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("Half".getBytes(StandardCharsets.UTF_8)),
                new BrokenStream(new IOException("reset")));
        assertThat(ErrorText.read(broken)).isEqualTo("Half");
    }

    @Test
    void aPythonistsNoneIsNoText() {
        assertThat(read("{\"message\": \"None\", \"code\": \"404 Not Found\"}")).isNull();
        assertThat(read("404 Not Found\n\nNone\n\n   ")).isNull();
        assertThat(read("None of the images")).isEqualTo("None of the images");
    }

    @Test
    void noBytesMakeItThrow() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "<>/!-{}[]\":,&#;x0h1 messagebr\n\u00e9";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder(i % 2 == 0 ? "" : "{\"message\":");
            for (int n = random.nextInt(40); n > 0; n--) {
                body.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = read(body.toString());
            assertThat(text == null ? "x" : text)
                    .as("seed %d", seed)
                    .isNotBlank()
                    .doesNotContain("\n");
        }
    }
}
