package org.glance4j.feign.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.glance4j.auth.Secret;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageAlreadyExistsException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.LimitExceededException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.RateLimitedException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.error.TransportClosedException;
import org.glance4j.error.UnauthorizedException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.http.ExchangeFailure.Kind;
import org.glance4j.feign.http.FailedAttempt;
import org.glance4j.feign.http.Planned;
import org.glance4j.model.Operation;
import org.glance4j.transport.Deadline;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Attempts that end differently, one after the other. */
class RunTest {
    private final Bench bench = new Bench();
    private final FailedAttempt reset = Bench.reset();
    private final FailedAttempt notSent = Bench.notSent();

    private String run(Operation operation, Object... endings) {
        return bench.calls().run(Bench.call(operation), bench.script(endings));
    }

    private void delete(Object... endings) {
        Exchange<String> exchange = bench.script(endings);
        bench.calls()
                .execute(
                        Bench.call(Operation.DELETE_IMAGE),
                        attempt -> assertThat(exchange.attempt(attempt)).isNotNull());
    }

    /** A change that is looked for where it has to be, which finds these one after the other. */
    private String looking(Operation operation, Exchange<String> change, Deadline deadline, Object... found) {
        Exchange<String> look = bench.script(found);
        Call get = Bench.call(Operation.GET_MEMBER, deadline);
        Supplier<Reconciliation<String>> reconciliation = () ->
                new Reconciliation.Look<>(get, look, there -> there.equals("wanted") ? null : "there is " + there);
        return bench.calls().run(Bench.call(operation, deadline), change, reconciliation);
    }

    private String looking(Operation operation, Exchange<String> change, Object... found) {
        return looking(operation, change, Deadline.none(), found);
    }

    @Nested
    class Repeating {
        @Test
        void anAnswerEndsTheCall() {
            assertThat(run(Operation.GET_IMAGE, reset, Bench.refused(503), notSent, "image"))
                    .isEqualTo("image");
            assertThat(bench.attempts).isEqualTo(4);
        }

        @Test
        void thePausesHaveFullJitter() {
            bench.random = Bench.LONGEST;
            assertThat(Thrown.by(() -> run(Operation.GET_IMAGE, reset))).isInstanceOf(ConnectionFailedException.class);
            assertThat(bench.pauses)
                    .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
        }

        @Test
        void oneAttemptAtMostRepeatsNothing() {
            bench.maxAttempts = 1;
            assertThat(Thrown.by(() -> run(Operation.GET_IMAGE, reset)).getMessage())
                    .doesNotContain("attempts");
            assertThat(bench.attempts).isEqualTo(1);
        }

        @Test
        void aBodyThatIsGoneIsNotSentAgain() {
            Exchange<String> upload = Bench.unrepeatable(bench.script(Bench.refused(429)));
            ImageServiceException thrown =
                    Thrown.by(() -> bench.calls().run(Bench.call(Operation.UPLOAD_DATA), upload));
            assertThat(thrown).isInstanceOf(RateLimitedException.class).hasMessageContaining("cannot be sent again");
            assertThat(thrown.effect()).isEqualTo(Effect.NOT_APPLIED);
            assertThat(bench.attempts).isEqualTo(1);
        }

        @Test
        void noPauseReachesBeyondTheDeadline() {
            bench.random = Bench.LONGEST;
            Call call = Bench.call(Operation.GET_IMAGE, bench.within(Duration.ofMillis(30)));
            ImageServiceException thrown = Thrown.by(() -> bench.calls().run(call, bench.script(reset)));
            assertThat(thrown)
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("the deadline comes before the next attempt");
            assertThat(bench.pauses).isEmpty();
        }

        @Test
        void anAttemptThatComesTooLateForACallIsInTimeForOneThatHasMoreOfIt() {
            Call call = Bench.call(Operation.GET_IMAGE, bench.within(Duration.ofSeconds(2)));
            ImageServiceException thrown =
                    Thrown.by(() -> bench.calls().run(call, bench.script(Bench.refused(503, "60"))));
            assertThat(NextAttemptTooLate.isInTimeFor(bench.within(Duration.ofSeconds(60)), thrown))
                    .isFalse();
            assertThat(NextAttemptTooLate.isInTimeFor(bench.within(Duration.ofSeconds(61)), thrown))
                    .isTrue();
            assertThat(NextAttemptTooLate.isInTimeFor(Deadline.none(), thrown)).isTrue();
        }

        @Test
        void anAttemptThatACallWithoutADeadlineDoesNotWaitForIsInTimeForNoOtherSuchCall() {
            ImageServiceException thrown = Thrown.by(() -> run(Operation.GET_IMAGE, Bench.refused(503, "600")));
            assertThat(NextAttemptTooLate.isInTimeFor(Deadline.none(), thrown)).isFalse();
            assertThat(NextAttemptTooLate.isInTimeFor(bench.within(Duration.ofMinutes(11)), thrown))
                    .isTrue();
        }

        @Test
        void noAttemptIsInTimeAfterTheLastOrOneThatEndsTheCall() {
            for (FailedAttempt last : new FailedAttempt[] {Bench.refused(503, "1"), Bench.refused(404)}) {
                ImageServiceException thrown = Thrown.by(() -> run(Operation.GET_IMAGE, last));
                assertThat(NextAttemptTooLate.isInTimeFor(Deadline.none(), thrown))
                        .isFalse();
            }
        }

        @Test
        void theBudgetOfAnOriginIsSpentByRepeatsAndEarnedBySuccesses() {
            Calls calls = bench.calls();
            Call get = Bench.call(Operation.GET_IMAGE);
            for (int i = 0; i < 22; i++) {
                assertThat(Thrown.by(() -> calls.run(get, bench.script(reset)))).isNotNull();
            }
            assertThat(bench.attempts).isEqualTo(22 + 64);
            ImageServiceException thrown = Thrown.by(() -> calls.run(get, bench.script(reset)));
            assertThat(thrown).hasMessageContaining("too many calls to this service have failed lately");
            for (int i = 0; i < 10; i++) {
                assertThat(calls.run(get, bench.script("image"))).isEqualTo("image");
            }
            bench.attempts = 0;
            assertThat(Thrown.by(() -> calls.run(get, bench.script(reset)))).isNotNull();
            assertThat(bench.attempts).isEqualTo(2);
        }

        @Test
        void theIdentityServiceHasOneBudgetWithAndWithoutToken() {
            Calls calls = bench.calls();
            Calls other = calls.with(calls.tokens());
            assertThat(other.budget()).isSameAs(calls.budget());
        }
    }

    @Nested
    class RetryAfterIsObeyed {
        @Test
        void toTheSecond() {
            Call call = Bench.call(Operation.UPDATE_IMAGE, bench.within(Duration.ofSeconds(31)));
            assertThat(bench.calls().run(call, bench.script(Bench.refused(429, "30"), "image")))
                    .isEqualTo("image");
            assertThat(bench.pauses).containsExactly(Duration.ofSeconds(30));
        }

        @Test
        void unlessItEndsAfterTheDeadline() {
            Call call = Bench.call(Operation.UPDATE_IMAGE, bench.within(Duration.ofSeconds(30)));
            ImageServiceException thrown =
                    Thrown.by(() -> bench.calls().run(call, bench.script(Bench.refused(503, "30"))));
            assertThat(thrown)
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("come again in 30 s");
            assertThat(thrown.failure().retryAfter()).isEqualTo(Duration.ofSeconds(30));
            assertThat(bench.pauses).isEmpty();
        }

        @Test
        void forFiveMinutesWhereThereIsNoDeadline() {
            assertThat(run(Operation.GET_IMAGE, Bench.refused(503, "300"), "image"))
                    .isEqualTo("image");
            ImageServiceException thrown = Thrown.by(() -> run(Operation.GET_IMAGE, Bench.refused(429, "301")));
            assertThat(thrown).isInstanceOf(RateLimitedException.class).hasMessageContaining("come again in 301 s");
            assertThat(bench.pauses).containsExactly(Duration.ofMinutes(5));
        }

        @Test
        void beforeALookAsWell() {
            assertThat(looking(Operation.UPDATE_MEMBER, bench.script(Bench.refused(503, "7")), "wanted"))
                    .isEqualTo("wanted");
            assertThat(bench.pauses).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Nested
    class AChangeThatRemovesSomething {
        @Test
        void wasDoneIfARepetitionFindsNothing() {
            delete(reset, Bench.refused(404));
            assertThat(bench.attempts).isEqualTo(2);
        }

        @Test
        void wasDoneAlsoIfTheTokenHadToBeRenewedInBetween() {
            delete(reset, Bench.refused(401), Bench.refused(404));
            assertThat(bench.attempts).isEqualTo(3);
        }

        @Test
        void wasNotDoneIfNoEarlierAttemptCanHaveDoneIt() {
            for (FailedAttempt first : new FailedAttempt[] {Bench.refused(429), notSent, Bench.refused(401)}) {
                ImageServiceException thrown = Thrown.by(() -> delete(first, Bench.refused(404)));
                assertThat(thrown).isInstanceOf(ImageNotFoundException.class);
                assertThat(thrown.effect()).isEqualTo(Effect.NOT_APPLIED);
            }
        }

        @Test
        void mayHaveBeenDoneWhateverElseARepetitionIsRefusedFor() {
            ImageServiceException thrown = Thrown.by(() -> delete(reset, Bench.refused(403)));
            assertThat(thrown)
                    .isInstanceOf(ForbiddenException.class)
                    .hasMessageContaining("2 attempts were made")
                    .hasMessageContaining("look at the service")
                    .cause()
                    .isSameAs(reset);
            assertThat(thrown.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(thrown.failure().status()).isEqualTo(403);
        }

        @Test
        void mayHaveBeenDoneIfTheServiceIsGoneAfterwards() {
            ImageServiceException thrown = Thrown.by(() -> delete(reset, notSent));
            assertThat(thrown)
                    .isInstanceOf(OutcomeUnknownException.class)
                    .cause()
                    .isSameAs(reset);
            assertThat(thrown.getSuppressed()).containsExactly(notSent);
            assertThat(thrown.effect()).isEqualTo(Effect.UNKNOWN);
        }
    }

    @Nested
    class AChangeThatMakesSomething {
        @Test
        void isLookedAtIfARepetitionFindsItThere() {
            assertThat(looking(Operation.ADD_MEMBER, bench.script(reset, Bench.refused(409)), "wanted"))
                    .isEqualTo("wanted");
            assertThat(bench.attempts).isEqualTo(3);
        }

        @Test
        void isLookedAtIfAQuotaHidesThatItIsThere() {
            assertThat(looking(Operation.ADD_MEMBER, bench.script(reset, Bench.refused(413)), "wanted"))
                    .isEqualTo("wanted");
            assertThat(looking(Operation.CREATE_IMAGE, bench.script(reset, Bench.refused(413)), "wanted"))
                    .isEqualTo("wanted");
        }

        @Test
        void isRefusedByTheQuotaIfNothingIsThere() {
            ImageServiceException refused = Thrown.by(
                    () -> looking(Operation.ADD_MEMBER, bench.script(reset, Bench.refused(413)), Bench.refused(404)));

            assertThat(refused).isInstanceOf(LimitExceededException.class);
            assertThat(refused.effect()).isEqualTo(Effect.UNKNOWN);
        }

        @Test
        void isRefusedByTheQuotaWithoutALookIfNoEarlierAttemptCanHaveDoneIt() {
            ImageServiceException refused =
                    Thrown.by(() -> looking(Operation.ADD_MEMBER, bench.script(Bench.refused(413)), "wanted"));

            assertThat(refused).isInstanceOf(LimitExceededException.class);
            assertThat(refused.effect()).isEqualTo(Effect.NOT_APPLIED);
        }

        @Test
        void isRefusedIfItWasThereBefore() {
            ImageServiceException thrown =
                    Thrown.by(() -> looking(Operation.ADD_MEMBER, bench.script(Bench.refused(409)), "wanted"));
            assertThat(thrown).isInstanceOf(AlreadyMemberException.class);
            assertThat(thrown.effect()).isEqualTo(Effect.NOT_APPLIED);
            assertThat(bench.attempts).isEqualTo(1);
        }

        @Test
        void isInDoubtIfSomethingElseIsThere() {
            ImageServiceException thrown = Thrown.by(
                    () -> looking(Operation.CREATE_IMAGE, bench.script(reset, Bench.refused(409)), "another image"));
            assertThat(thrown)
                    .isInstanceOf(ImageAlreadyExistsException.class)
                    .hasMessageContaining("there is another image")
                    .cause()
                    .isSameAs(reset);
            assertThat(thrown.effect()).isEqualTo(Effect.UNKNOWN);
        }

        @Test
        void isInDoubtIfNothingIsThereAnyMore() {
            ImageServiceException thrown = Thrown.by(
                    () -> looking(Operation.ADD_MEMBER, bench.script(reset, Bench.refused(409)), Bench.refused(404)));
            assertThat(thrown)
                    .isInstanceOf(OutcomeUnknownException.class)
                    .cause()
                    .isSameAs(reset);
            assertThat(thrown.getSuppressed()).hasOnlyElementsOfType(MemberNotFoundException.class);
        }
    }

    @Nested
    class AMembersStatus {
        @Test
        void isLookedForAndNotSentAgain() {
            assertThat(looking(Operation.UPDATE_MEMBER, bench.script(reset), reset, Bench.refused(503), "wanted"))
                    .isEqualTo("wanted");
            assertThat(bench.attempts).isEqualTo(1 + 3);
        }

        @Test
        void isSentAgainAsLongAsItHasNotArrived() {
            Exchange<String> change = bench.script(notSent, Bench.refused(429), reset);
            assertThat(looking(Operation.UPDATE_MEMBER, change, "wanted")).isEqualTo("wanted");
            assertThat(bench.attempts).isEqualTo(3 + 1);
        }

        @Test
        void isInDoubtIfAnotherIsFound() {
            ImageServiceException thrown =
                    Thrown.by(() -> looking(Operation.UPDATE_MEMBER, bench.script(reset), "a rejected member"));
            assertThat(thrown)
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("there is a rejected member")
                    .cause()
                    .isSameAs(reset);
            assertThat(thrown.effect()).isEqualTo(Effect.UNKNOWN);
        }

        @Test
        void wasAppliedIfTheServiceSaidSoAndThenNothingIsFoundOut() {
            for (Object found : new Object[] {Bench.refused(404), "a pending member"}) {
                FailedAttempt half = Bench.halfAnAnswer();
                ImageServiceException thrown =
                        Thrown.by(() -> looking(Operation.UPDATE_MEMBER, bench.script(half), found));
                assertThat(thrown)
                        .isInstanceOf(UnexpectedAnswerException.class)
                        .cause()
                        .isSameAs(half);
                assertThat(thrown.effect()).isEqualTo(Effect.APPLIED);
            }
        }

        @Test
        void isInDoubtIfTheLookIsEndedAndTheExceptionSaysByWhat() {
            FailedAttempt late = Planned.broken(Kind.DEADLINE, true, null);
            ImageServiceException thrown = Thrown.by(() -> looking(Operation.UPDATE_MEMBER, bench.script(reset), late));
            assertThat(thrown).isInstanceOf(DeadlineExceededException.class);
            assertThat(thrown.failure().operation()).isEqualTo(Operation.UPDATE_MEMBER);
            assertThat(thrown.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(thrown.getSuppressed()).isEmpty();
            FailedAttempt closed = Planned.broken(Kind.CLOSED, true, null);
            assertThat(Thrown.by(() -> looking(Operation.UPDATE_MEMBER, bench.script(reset), closed)))
                    .isInstanceOf(TransportClosedException.class)
                    .extracting(ImageServiceException::effect)
                    .isEqualTo(Effect.UNKNOWN);
        }

        @Test
        void isNotLookedForWhereTheServiceAsksForMoreTimeThanThereIs() {
            Exchange<String> change = bench.script(Bench.refused(503, "60"));
            ImageServiceException thrown = Thrown.by(
                    () -> looking(Operation.UPDATE_MEMBER, change, bench.within(Duration.ofSeconds(5)), "wanted"));
            assertThat(thrown).isInstanceOf(ServiceUnavailableException.class);
            assertThat(thrown.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(bench.attempts).isEqualTo(1);
        }
    }

    @Nested
    class ATokenThatIsRefused {
        @Test
        void isRenewedOnceAndThatIsNoRepeat() {
            assertThat(run(Operation.GET_IMAGE, Bench.refused(401), reset, reset, reset, "image"))
                    .isEqualTo("image");
            assertThat(bench.rejections).isEqualTo(1);
            assertThat(Thrown.by(() -> run(Operation.GET_IMAGE, reset, Bench.refused(401), Bench.refused(401))))
                    .isInstanceOf(UnauthorizedException.class);
            assertThat(bench.rejections).isEqualTo(2);
        }

        @Test
        void hasChangedNothingAlsoWhereNoOtherIsToBeHad() {
            tokensEndWith(Effect.NOT_SENT);
            ImageServiceException thrown = Thrown.by(() -> run(Operation.UPDATE_IMAGE, Bench.refused(401)));
            assertThat(thrown).isInstanceOf(ConnectionFailedException.class);
            assertThat(thrown.effect()).isEqualTo(Effect.NOT_APPLIED);
        }

        @Test
        void leavesAnEarlierDoubt() {
            tokensEndWith(Effect.NOT_APPLIED);
            ImageServiceException thrown = Thrown.by(() -> run(Operation.DELETE_IMAGE, reset));
            assertThat(thrown)
                    .isInstanceOf(OutcomeUnknownException.class)
                    .cause()
                    .isSameAs(reset);
            assertThat(thrown.getSuppressed()).hasOnlyElementsOfType(ConnectionFailedException.class);
            assertThat(thrown.failure().operation()).isEqualTo(Operation.DELETE_IMAGE);
        }

        private void tokensEndWith(Effect effect) {
            bench.token = () -> {
                if (bench.attempts == 0) {
                    return Secret.of("the-only-token");
                }
                throw new ConnectionFailedException(
                        Failure.of(Operation.AUTHENTICATE).effect(effect).build(), null);
            };
        }
    }

    @Nested
    class APause {
        @Test
        void isEndedByAnInterruptAndTheFlagStaysSet() {
            bench.pauser = pause -> {
                throw new InterruptedException();
            };
            bench.random = Bench.LONGEST;
            ImageServiceException thrown = Thrown.by(() -> run(Operation.DELETE_IMAGE, reset));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown)
                    .isInstanceOf(CallInterruptedException.class)
                    .cause()
                    .isSameAs(reset);
            assertThat(thrown.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(bench.attempts).isEqualTo(1);
        }

        @Test
        void isEndedByClosing() {
            bench.pauser = pause -> bench.close();
            ImageServiceException thrown = Thrown.by(() -> run(Operation.GET_IMAGE, Bench.refused(503, "5")));
            assertThat(thrown).isInstanceOf(TransportClosedException.class);
            assertThat(thrown.effect()).isEqualTo(Effect.NOT_APPLIED);
            assertThat(bench.attempts).isEqualTo(1);
        }

        @Test
        void thatOutlastsTheDeadlineAllTheSameEndsTheCall() {
            Deadline deadline = bench.within(Duration.ofSeconds(10));
            Duration[] late = {Duration.ofSeconds(6)};
            bench.pauser = pause -> {
                if (deadline.hasPassed()) {
                    throw new AssertionError("paused after " + late[0]);
                }
            };
            Exchange<String> exchange = bench.script(Bench.refused(503, "6"));
            ImageServiceException thrown =
                    Thrown.by(() -> bench.calls().run(Bench.call(Operation.GET_IMAGE, deadline), exchange));
            assertThat(thrown).isInstanceOf(ServiceUnavailableException.class);
            assertThat(bench.pauses).containsExactly(Duration.ofSeconds(6));
        }
    }
}
