package org.glance4j.cli.image;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes sizes for reading, as the {@code openstack} client does: {@code 1.5K} for 1500 bytes. */
final class HumanSize {
    private static final List<String> SUFFIXES = List.of("", "K", "M", "G", "T");

    private HumanSize() {}

    static String of(@Nullable Long bytes) {
        BigDecimal size = BigDecimal.valueOf(bytes == null ? 0 : bytes);
        int power = 0;
        while (size.compareTo(BigDecimal.valueOf(1000)) >= 0 && power < SUFFIXES.size() - 1) {
            size = size.movePointLeft(3);
            power++;
        }
        return size.setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString() + SUFFIXES.get(power);
    }
}
