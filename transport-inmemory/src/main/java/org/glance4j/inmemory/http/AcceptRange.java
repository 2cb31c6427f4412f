package org.glance4j.inmemory.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One media range of an {@code Accept} field.
 *
 * @param range the range in lower case, such as {@code text/*}
 * @param quality how much it is wanted, from 0 to 1
 */
record AcceptRange(String range, double quality) {

    static List<AcceptRange> parse(String accept) {
        List<AcceptRange> ranges = new ArrayList<>();
        for (String part : accept.split(",", -1)) {
            String[] pieces = part.split(";", -1);
            double quality = 1;
            for (int i = 1; i < pieces.length; i++) {
                String parameter = pieces[i].strip().toLowerCase(Locale.ROOT);
                if (parameter.startsWith("q=")) {
                    quality = quality(parameter.substring(2));
                }
            }
            ranges.add(new AcceptRange(pieces[0].strip().toLowerCase(Locale.ROOT), quality));
        }
        return ranges;
    }

    private static double quality(String text) {
        return text.matches("[01](\\.[0-9]{0,3})?") ? Math.min(1, Double.parseDouble(text)) : 1;
    }

    /** Returns how much a media type is wanted, by the range that names it most closely; 0 where none does. */
    static double quality(List<AcceptRange> ranges, String mediaType) {
        String family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
        for (String wanted : List.of(mediaType, family, "*/*")) {
            for (AcceptRange range : ranges) {
                if (range.range().equals(wanted)) {
                    return range.quality();
                }
            }
        }
        return 0;
    }
}
