package org.glance4j.inmemory.contract;

import static java.util.Objects.requireNonNull;

import org.glance4j.contract.ContractRun;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.ImageServiceContract;
import org.glance4j.lifecycle.Profile;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on a service that breaks one rule: {@link PlantedCorruptionsTest} runs some of it, and it is to fail. */
class CorruptedContract extends ImageServiceContract {
    /** What is broken, in which profile, for the thread that runs tests. */
    record Planted(Corruption corruption, Profile profile) {}

    static final ThreadLocal<Planted> PLANTED = new ThreadLocal<>();

    @RegisterExtension
    static final ContractRun RUN = ContractRun.ofSome(() -> {
        Planted planted = requireNonNull(PLANTED.get());
        return new InMemoryTarget(planted.profile(), planted.corruption());
    });

    @Override
    protected ContractTarget target() {
        return RUN.target();
    }
}
