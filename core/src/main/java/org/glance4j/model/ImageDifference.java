package org.glance4j.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The patch that makes one image of another. What the service alone sets is left out, also where it is among the custom
 * properties ({@code os_glance_…}); fields are never removed, custom properties are.
 *
 * <p>Source: {@code glance/api/v2/images.py} (RequestDeserializer: _disallowed_properties, _readonly_properties,
 * _reserved_properties; _do_remove), 25.1.0.
 */
final class ImageDifference {
    private static final Set<String> WRITABLE = Set.of(
            "name",
            "visibility",
            "protected",
            "os_hidden",
            "owner",
            "disk_format",
            "container_format",
            "min_disk",
            "min_ram",
            "tags");

    private static final Set<String> SERVICES_OWN = Set.of(
            "id",
            "status",
            "checksum",
            "size",
            "virtual_size",
            "created_at",
            "updated_at",
            "os_hash_algo",
            "os_hash_value",
            "direct_url",
            "self",
            "file",
            "schema",
            "stores",
            "locations",
            "location",
            "deleted",
            "deleted_at");

    private static final String SERVICES_OWN_PREFIX = "os_glance";

    private final ImagePatch.Builder patch = ImagePatch.builder();

    private ImageDifference() {}

    static ImagePatch between(Image before, Image after) {
        if (!before.id().equals(after.id())) {
            throw new IllegalArgumentException(
                    "no patch makes image " + after.id() + " of image " + before.id() + ": an id never changes");
        }
        ImageDifference difference = new ImageDifference();
        difference.fields(before, after);
        difference.properties(before.properties(), after.properties());
        return difference.patch.build();
    }

    private void fields(Image before, Image after) {
        field("name", before.name(), after.name());
        if (!Objects.equals(before.visibilityWord(), after.visibilityWord())) {
            patch.visibility(after.visibility());
        }
        field("protected", before.isProtected(), after.isProtected());
        field("os_hidden", before.hidden(), after.hidden());
        field("owner", text(before.owner()), text(after.owner()));
        field("disk_format", text(before.diskFormat()), text(after.diskFormat()));
        field("container_format", text(before.containerFormat()), text(after.containerFormat()));
        field("min_disk", before.minDiskGb(), after.minDiskGb());
        field("min_ram", before.minRamMb(), after.minRamMb());
        if (!before.tags().equals(after.tags())) {
            field("tags", null, List.copyOf(after.tags()));
        }
    }

    private void field(String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            patch.replace(name, after);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Properties that go come first, so that there is room for new ones in whatever order the service counts. */
    private void properties(Map<String, String> before, Map<String, String> after) {
        before.keySet().stream()
                .filter(name -> !after.containsKey(name) && isChangeable(name))
                .forEach(patch::remove);
        after.forEach((name, value) -> {
            String old = before.get(name);
            if (!value.equals(old) && isChangeable(name)) {
                if (old == null) {
                    patch.add(name, value);
                } else {
                    patch.replace(name, value);
                }
            }
        });
    }

    private static boolean isChangeable(String property) {
        if (SERVICES_OWN.contains(property) || property.startsWith(SERVICES_OWN_PREFIX)) {
            return false;
        }
        if (WRITABLE.contains(property)) {
            throw new IllegalArgumentException(
                    "the field " + property + " is no custom property: a patch would change the field");
        }
        if (!property.isEmpty() && (isBlank(property.charAt(0)) || isBlank(property.charAt(property.length() - 1)))) {
            throw new IllegalArgumentException("no patch can name the property '" + property
                    + "': the service cuts blanks off, and would change another");
        }
        return true;
    }

    /** As Python has it, which counts more than Java does. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
