package org.glance4j.inmemory.contract;

import org.glance4j.contract.ContractRun;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.ImageServiceContract;
import org.glance4j.lifecycle.Profile;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract in memory, in the legacy profile. */
class InMemoryLegacyContractTest extends ImageServiceContract {
    @RegisterExtension
    static final ContractRun RUN = new ContractRun(() -> new InMemoryTarget(Profile.LEGACY));

    @Override
    protected ContractTarget target() {
        return RUN.target();
    }
}
