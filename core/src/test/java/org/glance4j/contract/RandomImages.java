package org.glance4j.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/** Images that differ from one another in anything, drawn at random; the same ones for the same seed. */
final class RandomImages {
    private static final List<String> TEXTS =
            List.of("", "a", "a/b", "~", "~1", "~01", "50%", "é", "{x}", "\"", "\\", "a b", "a\nb", "0", "null", "-");

    private final long seed = Long.getLong("glance4j.images.seed", new SplittableRandom().nextLong());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<ProjectId> owners;

    RandomImages(ProjectId... owners) {
        this.owners = List.of(owners);
    }

    long seed() {
        return seed;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> @Nullable T oneOrNone(List<T> of) {
        return random.nextInt(4) == 0 ? null : one(of);
    }

    private boolean sometimes() {
        return random.nextInt(3) == 0;
    }

    /** Returns the image with some of what a caller can set, and some of what it cannot, set otherwise. */
    Image changed(Image image) {
        Image.Builder changed = image.toBuilder();
        List<Runnable> changes = new ArrayList<>(List.of(
                () -> changed.name(oneOrNone(TEXTS)),
                () -> changed.visibilityWord(one(List.of("public", "private", "shared", "community"))),
                () -> changed.isProtected(random.nextBoolean()),
                () -> changed.hidden(random.nextBoolean()),
                () -> changed.owner(oneOrNone(owners)),
                () -> changed.diskFormat(oneOrNone(List.of(DiskFormat.RAW, DiskFormat.ISO))),
                () -> changed.containerFormat(oneOrNone(List.of(ContainerFormat.BARE, ContainerFormat.OVF))),
                () -> changed.minDiskGb(random.nextInt(3)),
                () -> changed.minRamMb(Integer.MAX_VALUE - random.nextInt(3)),
                () -> changed.tags(tags(image.tags())),
                () -> changed.properties(properties(image.properties())),
                () -> changed.statusWord("active"),
                () -> changed.sizeBytes(random.nextLong()),
                () -> changed.updatedAt(null)));
        changes.removeIf(change -> !sometimes());
        changes.forEach(Runnable::run);
        return changed.build();
    }

    private Set<String> tags(Set<String> before) {
        Set<String> tags = new LinkedHashSet<>(before);
        tags.removeIf(tag -> sometimes());
        for (int count = random.nextInt(4); count > 0; count--) {
            tags.add(one(TEXTS));
        }
        return tags;
    }

    private Map<String, String> properties(Map<String, String> before) {
        Map<String, String> properties = new LinkedHashMap<>(before);
        properties.keySet().removeIf(name -> sometimes());
        for (int count = random.nextInt(4); count > 0; count--) {
            properties.put(one(TEXTS), one(TEXTS));
        }
        return properties;
    }
}
