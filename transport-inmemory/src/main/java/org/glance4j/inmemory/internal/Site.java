package org.glance4j.inmemory.internal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glance4j.model.ApiVersion;
import org.glance4j.model.ApiVersionStatus;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Link;

/**
 * What a site offers beyond what all do, and the versions that it therefore lists.
 *
 * @param hasCache whether it has an image cache
 * @param hasOpenTasks whether it opens tasks to everybody, not to admins only
 * @param hasStores whether it has several stores
 * @param hasOpenLocations whether it shows where data is, lets that be changed, and offers the operations on it
 * @param showsDirectUrl whether it shows the address of the data that it gives out
 */
public record Site(
        boolean hasCache, boolean hasOpenTasks, boolean hasStores, boolean hasOpenLocations, boolean showsDirectUrl) {
    private static final int OF_LOCATIONS = 17;
    private static final int WITH_CACHE = 16;
    private static final int WITHOUT_CACHE = 15;
    private static final int OF_CACHE = 14;

    /**
     * Returns the versions that the site lists, newest first. Source: {@code glance/api/versions.py}, 25.1.0, and 30.0.0 for 2.17.
     *
     * @param base scheme and authority that the links are to lead to
     */
    ApiVersions versions(String base) {
        List<Integer> minors = minors();
        List<Link> links = List.of(new Link("self", base + "/v2/"));
        return new ApiVersions(minors.stream()
                .map(minor -> new ApiVersion(
                        "v2." + minor,
                        (minor.equals(minors.get(0)) ? ApiVersionStatus.CURRENT : ApiVersionStatus.SUPPORTED).word(),
                        links))
                .toList());
    }

    private List<Integer> minors() {
        Stream<Integer> newest = hasCache ? Stream.of(WITH_CACHE, WITHOUT_CACHE, OF_CACHE) : Stream.of(WITHOUT_CACHE);
        Stream<Integer> ofStores = hasStores ? Stream.of(13, 12, 11, 10, 9, 8) : Stream.of(9);
        Stream<Integer> others = Stream.concat(
                ofStores, IntStream.rangeClosed(0, 7).map(n -> 7 - n).boxed());
        Stream<Integer> ofLocations = hasOpenLocations ? Stream.of(OF_LOCATIONS) : Stream.of();
        return Stream.concat(ofLocations, Stream.concat(newest, others)).toList();
    }
}
