package org.glance4j.inmemory.contract;

import static java.util.Objects.requireNonNull;
import static org.glance4j.inmemory.contract.Corruption.calls;
import static org.glance4j.inmemory.contract.Corruption.setting;
import static org.glance4j.inmemory.contract.EngineRule.refused;
import static org.glance4j.model.Operation.IMPORT_IMAGE;
import static org.glance4j.model.Operation.LIST_IMAGE_TASKS;
import static org.glance4j.model.Operation.STAGE_DATA;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.inmemory.WebSource;
import org.glance4j.model.Task;

/** The rules on staging, imports and their tasks, each broken once. */
final class ImportCorruptions {
    private ImportCorruptions() {}

    static Stream<Corruption> all() {
        return Stream.of(
                calls("S-108", "staged data is forgotten", STAGE_DATA, EngineRule::ignored),
                calls("S-109", "an import that was accepted is forgotten", IMPORT_IMAGE, EngineRule::ignored),
                calls(
                        "S-110",
                        "an import of nothing says nothing",
                        IMPORT_IMAGE,
                        refused(ImageStatusConflictException.class, EngineRule::ignored)),
                setting(
                        "S-111",
                        "an address without anything has data of no length",
                        builder -> builder.webSource(new EmptyWeb())),
                calls(
                        "S-112",
                        "tasks are kept for ever",
                        LIST_IMAGE_TASKS,
                        call -> ((List<?>) requireNonNull(call.pass()))
                                .stream()
                                        .map(task -> ((Task) task)
                                                .toBuilder().expiresAt(null).build())
                                        .toList()));
    }

    /** Has an empty page under every address. */
    private static final class EmptyWeb implements WebSource {
        @Override
        public boolean allows(URI uri) {
            return true;
        }

        @Override
        public InputStream open(URI uri) {
            return InputStream.nullInputStream();
        }
    }
}
