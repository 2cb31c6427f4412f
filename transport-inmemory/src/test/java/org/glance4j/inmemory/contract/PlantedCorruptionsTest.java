package org.glance4j.inmemory.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glance4j.contract.ImageServiceContract;
import org.glance4j.contract.PlantedRun;
import org.glance4j.contract.Statements;
import org.glance4j.inmemory.contract.CorruptedContract.Planted;
import org.glance4j.lifecycle.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;

/**
 * For each statement of the contract, a service that breaks it, and the statement's own tests, at least one of which has to notice. So
 * no statement holds whatever the service does; of several tests of one statement the others may be about another side of it. That they
 * pass on a service that breaks nothing is what the contract's runs show.
 */
class PlantedCorruptionsTest {
    static Stream<Corruption> corruptions() {
        return Stream.of(
                        MemberCorruptions.all(),
                        ListCorruptions.all(),
                        ImageCorruptions.all(),
                        DataCorruptions.all(),
                        ImportCorruptions.all(),
                        MetadefCorruptions.all())
                .flatMap(all -> all);
    }

    @Test
    void everyStatementIsBrokenOnce() {
        assertThat(corruptions().map(Corruption::statement)).containsExactlyInAnyOrderElementsOf(Statements.all());
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void testsOfTheStatementFailByItsNumber(Corruption corruption) {
        List<DiscoverySelector> tests = new ArrayList<>();
        for (Class<?> part : ImageServiceContract.class.getClasses()) {
            for (Method test : PlantedRun.testsOf(corruption.statement(), part)) {
                tests.add(selectNestedMethod(List.of(CorruptedContract.class), part, test));
            }
        }
        for (Profile profile : Profile.values()) {
            CorruptedContract.PLANTED.set(new Planted(corruption, profile));
            try {
                PlantedRun.failsBy(corruption.statement(), "in-memory/", tests);
            } finally {
                CorruptedContract.PLANTED.remove();
            }
        }
    }
}
