package org.glance4j.lifecycle;

/**
 * What is the case when the cache is asked for something.
 *
 * @param siteHasCache whether the site has a cache
 * @param imageFound whether the caller finds the addressed image
 * @param imageActive whether that image is active
 * @param imageCached whether the addressed image is in the cache, or is to be put there
 */
public record CacheFacts(boolean siteHasCache, boolean imageFound, boolean imageActive, boolean imageCached) {}
