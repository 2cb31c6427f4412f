package org.glance4j.feign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.glance4j.auth.Secret;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.HttpSettings;
import org.glance4j.feign.http.Proxies;
import org.glance4j.feign.http.SecretTexts;
import org.glance4j.feign.tls.TlsSettings;
import org.glance4j.feign.tls.TlsSettings.Source;
import org.glance4j.feign.tls.TlsSettingsException;
import org.jspecify.annotations.Nullable;

/** The part of the {@link FeignTransportBuilder} that is about connections. Not safe for use by several threads. */
final class ConnectionSettings {
    private int maxConnections = 64;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration responseTimeout = Duration.ofMinutes(5);
    private String userAgent = "glance4j";
    private @Nullable Source cacert;
    private @Nullable Source cert;
    private @Nullable Source key;
    private boolean verify = true;
    private Proxies proxies = Proxies.NONE;

    void maxConnections(int maxConnections) {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1, not " + maxConnections);
        }
        this.maxConnections = maxConnections;
    }

    void connectTimeout(Duration connectTimeout) {
        this.connectTimeout = positive(connectTimeout, "connectTimeout");
    }

    void responseTimeout(Duration responseTimeout) {
        this.responseTimeout = positive(responseTimeout, "responseTimeout");
    }

    void userAgent(String userAgent) {
        if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("userAgent must be printable ASCII, because it becomes a header");
        }
        this.userAgent = userAgent;
    }

    void cacert(Path file) {
        cacert = new Source.InFile(file);
    }

    void cacert(byte[] pem) {
        cacert = inMemory(pem);
    }

    void cert(Path file) {
        cert = new Source.InFile(file);
    }

    void cert(byte[] pem) {
        cert = inMemory(pem);
    }

    void key(Path file) {
        key = new Source.InFile(file);
    }

    void key(byte[] pem) {
        key = inMemory(pem);
    }

    void verify(boolean verify) {
        this.verify = verify;
    }

    void proxies(Proxies proxies) {
        this.proxies = proxies;
    }

    HttpEngine engine(SecretTexts secrets) {
        TlsSettings tls = new TlsSettings(cacert, cert, key, verify);
        try {
            return new HttpEngine(
                    new HttpSettings(maxConnections, connectTimeout, responseTimeout, userAgent, tls, proxies),
                    secrets);
        } catch (TlsSettingsException e) {
            throw FeignTransportBuilder.configuration(String.valueOf(e.getMessage()), e);
        }
    }

    private static Source inMemory(byte[] pem) {
        return new Source.InMemory(Secret.of(new String(pem, StandardCharsets.ISO_8859_1)));
    }

    private static Duration positive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero");
        }
        return duration;
    }
}
