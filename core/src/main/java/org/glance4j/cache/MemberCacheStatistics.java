package org.glance4j.cache;

/**
 * What the look-ups of single members have come to since the cache was made.
 *
 * @param hits look-ups that found a member, or a load of it under way
 * @param misses look-ups that found neither
 * @param loads loads that brought a member, refreshes included
 * @param failedLoads loads that did not: the project is no member, or the call failed
 * @param evictions members that had to go for age or for want of room
 * @param entries members that are kept now, roughly
 */
public record MemberCacheStatistics(
        long hits, long misses, long loads, long failedLoads, long evictions, long entries) {

    /**
     * Returns the part of the look-ups that were hits.
     *
     * @return a number from 0 to 1; 1 where there were none
     */
    public double hitRate() {
        long all = hits + misses;
        return all == 0 ? 1.0 : (double) hits / all;
    }
}
