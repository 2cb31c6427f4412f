package org.glance4j.feign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glance4j.model.Image;
import org.glance4j.model.NewImage;
import org.jspecify.annotations.Nullable;

/** Tells an image that a request has made from one that had the id before. */
final class Differences {
    private Differences() {}

    /**
     * Returns what sets an image apart from what was asked for. What was left to the service is not compared, and neither is
     * what it may add.
     *
     * @return a clause that names the fields; null where there is no difference
     */
    static @Nullable String between(NewImage wanted, Image found) {
        List<String> fields = new ArrayList<>();
        compare(fields, "name", wanted.name(), found.name());
        compare(fields, "visibility", wanted.visibility(), found.visibility());
        compare(fields, "owner", wanted.owner(), found.owner());
        compare(fields, "protected", wanted.isProtected(), found.isProtected());
        compare(fields, "os_hidden", wanted.hidden(), found.hidden());
        compare(fields, "disk_format", wanted.diskFormat(), found.diskFormat());
        compare(fields, "container_format", wanted.containerFormat(), found.containerFormat());
        compare(fields, "min_disk", wanted.minDiskGb(), found.minDiskGb());
        compare(fields, "min_ram", wanted.minRamMb(), found.minRamMb());
        if (!found.tags().equals(wanted.tags())) {
            fields.add("tags");
        }
        for (Map.Entry<String, String> property : wanted.properties().entrySet()) {
            compare(
                    fields,
                    property.getKey(),
                    property.getValue(),
                    found.properties().get(property.getKey()));
        }
        return fields.isEmpty() ? null : "an image of this id is there with another " + String.join(", ", fields);
    }

    private static void compare(List<String> fields, String name, @Nullable Object wanted, @Nullable Object found) {
        if (wanted != null && !Objects.equals(wanted, found)) {
            fields.add(name);
        }
    }
}
