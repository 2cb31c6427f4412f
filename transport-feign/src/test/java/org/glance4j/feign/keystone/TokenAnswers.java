package org.glance4j.feign.keystone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.glance4j.auth.Secret;
import org.glance4j.internal.json.Json;

/** The body of a token answer, read without a connection. */
public final class TokenAnswers {
    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(Json.limits()).build())
            .build();

    private TokenAnswers() {}

    /** Reads a body; one that is no JSON is none of a token. */
    public static void read(boolean isV2, byte[] body) {
        IdentityVersion version = isV2 ? IdentityVersion.V2 : IdentityVersion.V3;
        try {
            Sessions.of(
                    new Issued(
                            version,
                            Secret.of("token"),
                            JSON.readTree(body).path(isV2 ? "access" : "token"),
                            "Wed, 25 Nov 2026 12:00:00 GMT"),
                    0);
        } catch (IOException e) {
            if (e.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", e);
            }
        }
    }
}
