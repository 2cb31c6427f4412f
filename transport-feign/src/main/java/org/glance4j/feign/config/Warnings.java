package org.glance4j.feign.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What somebody should see to, each once, and not more of it than somebody reads. */
final class Warnings implements Consumer<String> {
    private final Set<String> said = new LinkedHashSet<>();

    @Override
    public void accept(String warning) {
        if (said.size() < Limits.MOST_WARNINGS) {
            said.add(warning);
        } else if (!said.contains(warning)) {
            said.add("there is more of this kind, which is not listed");
        }
    }

    List<String> list() {
        return List.copyOf(said);
    }
}
