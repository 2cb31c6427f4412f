package org.glance4j.feign.contract;

import org.glance4j.contract.ContractRun;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.ImageServiceContract;
import org.glance4j.lifecycle.Profile;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract over HTTP, on the in-memory service in the secure profile. */
class HttpSecureRbacContractTest extends ImageServiceContract {
    @RegisterExtension
    static final ContractRun RUN = new ContractRun(() -> new InMemoryServerTarget(Profile.SECURE_RBAC));

    @Override
    protected ContractTarget target() {
        return RUN.target();
    }
}
