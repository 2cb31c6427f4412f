package org.glance4j.inmemory.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.glance4j.auth.Secret;

/**
 * The tokens that are good. They are random, live as long as the clock says, and are held as {@link Secret}s, so that none
 * is printed. Safe for use by several threads.
 */
final class Tokens {
    private static final int TOKEN_BYTES = 32;
    private static final int AUDIT_ID_BYTES = 16;
    private static final int SECRET_BYTES = 64;

    private final InstantSource clock;
    private final Duration life;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<Secret, Grant> grants = new ConcurrentHashMap<>();

    Tokens(InstantSource clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    Instant now() {
        return clock.instant();
    }

    Instant endOfLife() {
        return now().plus(life);
    }

    /** Returns a secret for an application credential that has none. */
    Secret secret() {
        return Secret.of(text(SECRET_BYTES));
    }

    String auditId() {
        return text(AUDIT_ID_BYTES);
    }

    Secret issue(Grant grant) {
        // Who asks for tokens all day long must not fill the heap with those that have expired.
        grants.values().removeIf(this::hasExpired);
        Secret token = Secret.of(text(TOKEN_BYTES));
        grants.put(token, grant);
        return token;
    }

    private String text(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    Optional<Grant> find(String token) {
        return Optional.ofNullable(grants.get(Secret.of(token))).filter(grant -> !hasExpired(grant));
    }

    private boolean hasExpired(Grant grant) {
        return !now().isBefore(grant.expiresAt());
    }

    void revoke(String token) {
        grants.remove(Secret.of(token));
    }

    void revokeOf(ApplicationCredential credential) {
        grants.values()
                .removeIf(grant -> grant.credential()
                        .filter(found -> found.id().equals(credential.id()))
                        .isPresent());
    }

    void expireAll() {
        grants.clear();
    }
}
