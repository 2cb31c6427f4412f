package org.glance4j.feign.contract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.glance4j.contract.StatementRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credentials against a cloud that breaks one rule: {@link PlantedAnswersTest} runs some of it, and it is to fail. */
class CorruptedSignIn extends HttpSignIn {
    /** What is broken, for the thread that runs tests. */
    static final ThreadLocal<CorruptingFront.Rule> PLANTED = new ThreadLocal<>();

    @RegisterExtension
    static final StatementRecord STATEMENTS = StatementRecord.unkept("http");

    private final CorruptingFront front = new CorruptingFront(server(), requireNonNull(PLANTED.get()));

    @Override
    URI root() {
        return front.uri();
    }

    @AfterAll
    void stopFront() {
        front.close();
    }
}
