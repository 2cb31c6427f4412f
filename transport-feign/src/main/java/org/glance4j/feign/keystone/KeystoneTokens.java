package org.glance4j.feign.keystone;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageServiceException;
import org.glance4j.feign.call.NextAttemptTooLate;
import org.glance4j.feign.observe.Announcer;
import org.glance4j.model.Operation;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the identity service, renewed ahead of their expiry, once each however many threads ask: the first asks, on its
 * own thread and under its own deadline, and the others wait, each under its own. Safe for use by several threads.
 *
 * <p>A failure that any of them would have met is that of all who waited: the credentials are refused, say, or the service is
 * away through every attempt, and nobody sits through a second series of these. Where only the thread that asked gave up, since it
 * was interrupted or its deadline left no time for another attempt, those who have the time ask themselves, one after the other;
 * who has no time for that attempt either shares the failure, so that a service that wants to be left alone is left alone.
 */
public final class KeystoneTokens implements TokenSource {
    private final TokenRequest request;
    private final boolean forProject;
    private final Ticker ticker;
    private final Announcer announcer;
    private final AtomicReference<@Nullable Session> current = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Session>> underWay = new AtomicReference<>();
    private volatile @Nullable Caller caller;

    /**
     * Makes a source; it asks for nothing yet.
     *
     * @param api the identity service
     * @param credentials what to ask with
     * @param ticker what tells how old a token is
     * @param announcer who is told of new tokens
     */
    public KeystoneTokens(KeystoneApi api, Credentials credentials, Ticker ticker, Announcer announcer) {
        this(deadline -> api.authenticate(credentials, deadline), credentials.forProject(), ticker, announcer);
    }

    KeystoneTokens(TokenRequest request, boolean forProject, Ticker ticker, Announcer announcer) {
        this.request = request;
        this.forProject = forProject;
        this.ticker = ticker;
        this.announcer = announcer;
    }

    /** Asks the identity service for a token. */
    @FunctionalInterface
    interface TokenRequest {
        Issued ask(Deadline deadline);
    }

    @Override
    public Secret token(Deadline deadline) {
        return session(deadline).token();
    }

    @Override
    public boolean reject(Secret rejected) {
        Session session = current.get();
        if (session != null && session.token().equals(rejected)) {
            current.compareAndSet(session, null);
        }
        return true;
    }

    @Override
    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    Session session(Deadline deadline) {
        long begun = ticker.read();
        while (true) {
            Session session = usable();
            if (session != null) {
                return session;
            }
            CompletableFuture<Session> mine = new CompletableFuture<>();
            CompletableFuture<Session> others = underWay.compareAndExchange(null, mine);
            if (others == null) {
                return authenticate(mine, deadline);
            }
            session = await(others, deadline);
            // A token may have been refused, or its time over before this call began, while the thread that got it
            // is on its way out of its request: then that answer is as old as the token. The request under way ended
            // before its waiters woke, so the next round asks or waits.
            if (session != null && session.renewNanos() - begun > 0 && session.equals(current.get())) {
                return session;
            }
        }
    }

    private @Nullable Session usable() {
        Session session = current.get();
        return session != null && session.renewNanos() - ticker.read() > 0 ? session : null;
    }

    private Session authenticate(CompletableFuture<Session> mine, Deadline deadline) {
        try {
            // Another thread may have finished between the look and the claim.
            Session session = usable();
            if (session == null) {
                session = Sessions.of(request.ask(deadline), ticker.read());
                check(session);
                caller = session.caller();
                current.set(session);
                announcer.tokenIssued(Duration.ofNanos(session.renewNanos() - ticker.read()));
            }
            underWay.set(null);
            mine.complete(session);
            return session;
        } catch (RuntimeException | Error e) {
            // In this order: who is woken may ask again at once.
            underWay.set(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** A token for nothing opens no Image service, which would only say that it is unauthorized. */
    private void check(Session session) {
        if (forProject && session.caller() == null) {
            throw new ConfigurationException(
                    Failure.of(Operation.AUTHENTICATE)
                            .advice(
                                    "the identity service gave a token that is for no project, because none was asked for"
                                            + " and the user has no default project: set projectName or projectId")
                            .build(),
                    null);
        }
    }

    /** Waits for another thread's request; null where that thread gave up for a reason that does not hold for this one. */
    private static @Nullable Session await(CompletableFuture<Session> others, Deadline deadline) {
        try {
            Optional<Duration> left = deadline.remaining();
            return left.isPresent() ? others.get(left.get().toNanos(), TimeUnit.NANOSECONDS) : others.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(waiting(), e);
        } catch (TimeoutException e) {
            throw new DeadlineExceededException(waiting(), e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ImageServiceException failure)) {
                throw new IllegalStateException("the request for a token failed", e.getCause());
            }
            if (isOthersOnly(failure, deadline)) {
                return null;
            }
            // The same question would get the same answer, and may lock the account.
            throw failure;
        }
    }

    private static boolean isOthersOnly(ImageServiceException failure, Deadline deadline) {
        return failure instanceof DeadlineExceededException
                || failure instanceof CallInterruptedException
                || NextAttemptTooLate.isInTimeFor(deadline, failure);
    }

    private static Failure waiting() {
        return Failure.of(Operation.AUTHENTICATE)
                .advice("another thread's request for a token was awaited")
                .build();
    }
}
