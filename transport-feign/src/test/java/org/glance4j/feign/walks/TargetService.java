package org.glance4j.feign.walks;

import org.glance4j.auth.Caller;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.Party;
import org.glance4j.transport.ImageTransport;

/** A target of the contract, as a ground for walks. */
record TargetService(ContractTarget target) implements Ground.Service {

    static TargetService of(ContractTarget target) {
        return new TargetService(target);
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public ImageTransport as(Party party) {
        return target.as(party);
    }

    @Override
    public Caller caller(Party party) {
        return target.caller(party);
    }
}
