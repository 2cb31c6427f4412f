package org.glance4j.feign.keystone;

import java.util.regex.Pattern;

/**
 * One endpoint of the service catalog.
 *
 * @param type the service's type, such as {@code image}
 * @param name the service's name, such as {@code glance}
 * @param visibleOn the interface: {@code public}, {@code internal} or {@code admin}
 * @param region the region's id; empty where the endpoint has none
 * @param url the endpoint
 */
record CatalogEndpoint(String type, String name, String visibleOn, String region, String url) {
    private static final String IMAGE = "image";
    private static final String CLOUD_IMAGES = "cloudImages";

    /** What is behind the last at sign is host and path; a query or fragment may hold anything. */
    private static final Pattern NOT_SHOWN = Pattern.compile("\\A([A-Za-z0-9+.-]*://)?.*@|[?#].*\\z", Pattern.DOTALL);

    boolean isImageService() {
        return type.equals(IMAGE);
    }

    /** Returns whether it is Rackspace's Image service, of whose name the documentation also speaks as of its type. */
    boolean isCloudImages() {
        return type.equals(CLOUD_IMAGES) || name.equals(CLOUD_IMAGES);
    }

    /** Returns the URL without user info, query and fragment, where people put passwords. */
    String shownUrl() {
        return NOT_SHOWN.matcher(url).replaceAll("$1");
    }

    /** Returns interface, region and URL. */
    @Override
    public String toString() {
        return visibleOn + " in " + (region.isEmpty() ? "no region" : region) + ": " + shownUrl();
    }
}
