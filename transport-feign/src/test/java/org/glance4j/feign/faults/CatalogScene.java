package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.feign.FeignTransport;
import org.glance4j.model.Operation;

/** An operation of the metadata catalog, as its script tells. */
final class CatalogScene extends Scene {
    private final Operation operation;

    CatalogScene(Operation operation) {
        this.operation = operation;
    }

    private MetadefScript script() {
        return MetadefScript.of(operation);
    }

    @Override
    String user() {
        return Cloud.ADMIN;
    }

    @Override
    void prepare(Target target) {
        script().before().accept(target.catalog(), target.namespace());
    }

    @Override
    Object call(FeignTransport transport, Target target) {
        return script().call().apply(transport.metadefs(), target.namespace());
    }

    @Override
    boolean done(Target target) {
        return script().done().test(target.catalog(), target.namespace());
    }

    @Override
    void check(Object answer, Target target) {
        Deed deed = Deed.valueOf(operation.name());
        if (deed.form() == Deed.Form.NOTHING) {
            assertThat(answer).isSameAs(Deed.NOTHING);
        } else if (deed.isChange()) {
            assertThat(answer).isNotNull();
        } else {
            assertThat(answer).isEqualTo(script().call().apply(target.catalog(), target.namespace()));
        }
    }
}
