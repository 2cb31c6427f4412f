package org.glance4j.feign.keystone;

/**
 * One endpoint of the service catalog.
 *
 * @param type the service's type, such as {@code image}
 * @param visibleOn the interface: {@code public}, {@code internal} or {@code admin}
 * @param region the region's id; empty where the endpoint has none
 * @param url the endpoint
 */
record CatalogEndpoint(String type, String visibleOn, String region, String url) {

    /** Returns interface, region and URL. */
    @Override
    public String toString() {
        return visibleOn + " in " + (region.isEmpty() ? "no region" : region) + ": " + url;
    }
}
