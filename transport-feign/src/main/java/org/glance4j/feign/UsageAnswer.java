package org.glance4j.feign;

import java.util.List;
import org.glance4j.model.ResourceUsage;

/** The answer to the question for usage: a type of its own, by which its reader is found. */
record UsageAnswer(List<ResourceUsage> usages) {

    UsageAnswer {
        usages = List.copyOf(usages);
    }
}
