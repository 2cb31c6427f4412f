package org.glance4j.testing;

/**
 * How long the long tests are: the property {@code glance4j.soak.scale}, 1.0 for all of it. An ordinary build runs a fiftieth, the
 * profile {@code soak} everything.
 */
public final class Soak {
    private static final String SCALE = "glance4j.soak.scale";
    private static final double SMALL = 0.02;

    private Soak() {}

    /**
     * Returns how many of its rounds a test runs now.
     *
     * @param full how many there are at scale 1
     * @return a part of them, at least one
     */
    public static int times(int full) {
        return Math.toIntExact(Math.max(1, Math.round(full * scale())));
    }

    private static double scale() {
        double scale = Double.parseDouble(System.getProperty(SCALE, Double.toString(SMALL)));
        if (!(scale > 0 && scale <= 1)) {
            throw new IllegalArgumentException(SCALE + " is more than 0 and at most 1, not " + scale);
        }
        return scale;
    }
}
