package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of the API that the service offers. All minor versions of v2 are served below one path, {@code /v2}.
 *
 * <p>Source: Image API v2, API versions; {@code glance/api/versions.py}, 25.1.0.
 *
 * @param id the version's id, such as {@code v2.16}
 * @param statusWord the version's status as the service wrote it
 * @param links where the version is, as the service believes
 */
public record ApiVersion(String id, String statusWord, List<Link> links) {
    private static final Pattern V2 = Pattern.compile("v2\\.([0-9]{1,4})");

    /** Copies the links. */
    public ApiVersion {
        requireNonNull(id, "id");
        requireNonNull(statusWord, "statusWord");
        links = List.copyOf(links);
    }

    /**
     * Returns the version's status.
     *
     * @return the status, {@link ApiVersionStatus#UNRECOGNIZED} for a word that this library does not know
     */
    public ApiVersionStatus status() {
        return ApiVersionStatus.of(statusWord);
    }

    /**
     * Returns which minor version of v2 this is.
     *
     * @return the number behind {@code v2.}, empty for what is no version of v2
     */
    public OptionalInt minor() {
        Matcher matcher = V2.matcher(id);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
