package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|JSON",
                "application/json, */*;q=0.5|JSON",
                "text/html;q=0.4, application/*;q=0.5|JSON",
                "text/html;q=0, */*|JSON",
                "*/*|HTML",
                "text/html|HTML",
                "TEXT/HTML|HTML",
                "application/json, */*|HTML",
                "text/html, image/gif, image/jpeg, */*; q=0.2|HTML",
                "text/plain|PLAIN",
                "application/xml|PLAIN",
                "application/octet-stream|PLAIN",
                "application/json;q=0|PLAIN",
                "''|PLAIN"
            })
    void acceptChoosesTheForm(String accept, ErrorForm form) {
        assertThat(ErrorForm.of(Optional.of(accept))).isEqualTo(form);
    }

    @Test
    void withoutAcceptTheFormIsPlain() {
        assertThat(ErrorForm.of(Optional.empty())).isEqualTo(ErrorForm.PLAIN);
    }

    @Test
    void bodiesAreThoseOfARealGlance() throws IOException {
        String text = "No image found with ID x";

        assertThat(body(ErrorForm.JSON, text))
                .isEqualTo(
                        "{\"message\": \"No image found with ID x<br /><br />\\n\\n\\n\", \"code\": \"404 Not Found\","
                                + " \"title\": \"Not Found\"}");
        assertThat(body(ErrorForm.PLAIN, text)).isEqualTo("404 Not Found\n\nNo image found with ID x\n\n   ");
        assertThat(body(ErrorForm.HTML, text))
                .isEqualTo(
                        "<html>\n <head>\n  <title>404 Not Found</title>\n </head>\n <body>\n  <h1>404 Not Found</h1>\n"
                                + "  No image found with ID x<br /><br />\n\n\n\n </body>\n</html>");
    }

    @Test
    void markupIsEscapedInHtmlAndStrippedInPlainText() throws IOException {
        assertThat(body(ErrorForm.HTML, "<b>\"x'&")).contains("&lt;b&gt;&quot;x&#x27;&amp;");
        assertThat(body(ErrorForm.PLAIN, "<b>x")).contains("\n\nx\n");
        assertThat(body(ErrorForm.JSON, "\"<b>")).contains("\\\"<b>");
    }

    @Test
    void whatIsSpecialStandsBehindWhatIsGeneral() throws IOException {
        String text = "The resource could not be found. Object x is gone";

        assertThat(body(ErrorForm.PLAIN, text))
                .isEqualTo("404 Not Found\n\nThe resource could not be found.\n\n Object x is gone  ");
        assertThat(body(ErrorForm.JSON, text))
                .contains("\"The resource could not be found.<br /><br />\\nObject x is gone\\n\\n\"");
    }

    private static String body(ErrorForm form, String text) throws IOException {
        try (WireResponse response = form.render(404, text)) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
