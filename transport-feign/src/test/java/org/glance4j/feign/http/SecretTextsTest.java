package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.glance4j.auth.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextsTest {
    private static final String SECRET = "p\u00e4ss w/\"rd+?~>\u65e5";

    private final SecretTexts secrets = SecretTexts.of(Arrays.asList(null, Secret.of(SECRET), Secret.of("")));

    @Test
    void secretIsHiddenInEveryFormInWhichItStands() {
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        String lower = "p%c3%a4ss%20w%2f%22rd%2b%3f~%3e%e6%97%a5";
        for (String form : List.of(SECRET, SECRET.replace("\"", "\\\""), PathSegments.encode(SECRET), lower, encoded)) {
            assertThat(secrets.hide("<" + form + "><" + form + ">")).isEqualTo("<[hidden]><[hidden]>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "user:", "a user's name:"})
    void secretIsHiddenWithinBase64(String before) {
        for (String behind : List.of("", "!", "!!", "!!!")) {
            byte[] bytes = (before + SECRET + behind).getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String shown = secrets.hide("Basic " + encoder.encodeToString(bytes));

                assertThat(shown).startsWith("Basic ").contains("[hidden]");
                assertThat(shown.length()).as("what is left of it: %s", shown).isLessThan(45);
            }
        }
    }

    @Test
    void textWithoutASecretStaysAsItIs() {
        assertThat(secrets.hide("p\u00e4ss")).isEqualTo("p\u00e4ss");
        assertThat(SecretTexts.of(List.of()).hide("anything")).isEqualTo("anything");
    }

    @Test
    void shortSecretIsHiddenAsAWordOnly() {
        SecretTexts abc = SecretTexts.of(List.of(Secret.of("abc")));

        assertThat(abc.hide("abc, abcd 'abc' xabc abc")).isEqualTo("[hidden], abcd '[hidden]' xabc [hidden]");
    }

    @Test
    void failureKeepsItsPlaceAndLosesTheSecret() {
        IOException failure = new IOException("broken", new IllegalStateException("in " + SECRET));
        failure.addSuppressed(new IOException(SECRET));

        StringWriter trace = new StringWriter();
        secrets.hide(failure).printStackTrace(new PrintWriter(trace, true));

        assertThat(trace.toString())
                .contains("broken", "IllegalStateException: in [hidden]", "failureKeepsItsPlaceAndLosesTheSecret")
                .doesNotContain(SECRET);
    }

    @Test
    void failureWithoutASecretIsItself() {
        IOException failure = new IOException("broken", new IllegalStateException("in p\u00e4ss"));

        assertThat(secrets.hide(failure)).isSameAs(failure);
    }
}
