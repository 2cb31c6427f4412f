package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.feign.FeignTransport;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;

/** Members: the call of each operation, and how to see that it was done. */
final class MemberScenes {
    private MemberScenes() {}

    static Scene add() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.members().add(target.image(), target.consumerProject());
            }

            @Override
            boolean done(Target target) {
                return target.isMember();
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer)
                        .isEqualTo(target.owner().members().get(target.image(), target.consumerProject()))
                        .extracting(member -> ((Member) member).status())
                        .isEqualTo(MemberStatus.PENDING);
            }
        };
    }

    static Scene get() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                target.offer();
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.members().get(target.image(), target.consumerProject());
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().members().get(target.image(), target.consumerProject()));
            }
        };
    }

    static Scene list() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                target.offer();
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.members().list(target.image());
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().members().list(target.image()));
            }
        };
    }

    static Scene update() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                target.offer();
            }

            @Override
            String user() {
                return Cloud.CONSUMER;
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                return transport
                        .members()
                        .updateStatus(target.image(), target.consumerProject(), MemberStatus.ACCEPTED);
            }

            @Override
            boolean done(Target target) {
                return target.owner()
                                .members()
                                .get(target.image(), target.consumerProject())
                                .status()
                        == MemberStatus.ACCEPTED;
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().members().get(target.image(), target.consumerProject()));
            }
        };
    }

    static Scene remove() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                target.offer();
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                transport.members().remove(target.image(), target.consumerProject());
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return !target.isMember();
            }
        };
    }
}
