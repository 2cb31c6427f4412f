package org.glance4j.feign.contract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glance4j.auth.Caller;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.Party;
import org.glance4j.contract.WireAnswer;
import org.glance4j.contract.WireRequest;
import org.glance4j.feign.FeignTransport;
import org.glance4j.lifecycle.Profile;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/** A service over HTTP: the port through Feign, and the wire through the JDK's client, which shares nothing with it. */
public abstract class HttpTarget implements ContractTarget {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Profile profile;
    private final URI authUrl;
    private final URI endpoint;
    private final Map<Party, HttpParty> parties;
    private final Map<Party, FeignTransport> transports = new EnumMap<>(Party.class);
    private final Map<Party, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    HttpTarget(Profile profile, URI authUrl, URI endpoint, Map<Party, HttpParty> parties) {
        this.profile = profile;
        this.authUrl = authUrl;
        this.endpoint = endpoint;
        this.parties = Map.copyOf(parties);
        parties.forEach((party, account) -> transports.put(party, account.transport(authUrl, endpoint)));
    }

    @Override
    public final Profile profile() {
        return profile;
    }

    @Override
    public final ImageTransport as(Party party) {
        return requireNonNull(transports.get(party));
    }

    @Override
    public final Caller caller(Party party) {
        return requireNonNull(parties.get(party)).caller();
    }

    @Override
    public final WireAnswer exchange(@Nullable Party party, WireRequest request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(endpoint + request.target())).timeout(TIMEOUT);
        request.headers().forEach(builder::header);
        if (party != null) {
            builder.header("X-Auth-Token", tokens.computeIfAbsent(party, this::token));
        }
        String body = request.body();
        builder.method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<byte[]> response = send(builder.build());
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new WireAnswer(response.statusCode(), headers, response.body());
    }

    private String token(Party party) {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(URI.create(authUrl + "/auth/tokens"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(requireNonNull(parties.get(party)).tokenRequest()))
                .build());
        return response.headers()
                .firstValue("X-Subject-Token")
                .orElseThrow(() -> new IllegalStateException("no token for " + party + ": " + response.statusCode()));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        transports.values().forEach(FeignTransport::close);
    }
}
