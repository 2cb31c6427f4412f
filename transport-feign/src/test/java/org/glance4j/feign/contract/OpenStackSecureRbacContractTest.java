package org.glance4j.feign.contract;

import org.glance4j.contract.ContractRun;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.ImageServiceContract;
import org.glance4j.lifecycle.Profile;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on a real Keystone and Glance, in the secure profile. */
@ExtendWith(OpenStackOffered.class)
class OpenStackSecureRbacContractTest extends ImageServiceContract {
    @RegisterExtension
    static final ContractRun RUN = new ContractRun(() -> new OpenStackTarget(Profile.SECURE_RBAC));

    @Override
    protected ContractTarget target() {
        return RUN.target();
    }
}
