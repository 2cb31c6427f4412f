package org.glance4j.feign.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value that stands without quotes is read as. Source: YAML 1.1, its types bool, int, float, null and timestamp, in the
 * forms that PyYAML takes; other readers take {@code 12e4} for a number, which may as well be the beginning of an id.
 */
final class PlainScalar {
    /** No number of use is longer. */
    private static final int LONGEST = 256;

    private static final int SEXAGESIMAL = 60;
    private static final int MOST_DIGITS = 17;
    private static final int LEAST_EXPONENT = -4;
    private static final int GREATEST_EXPONENT = 16;

    private static final Pattern YES = Pattern.compile("yes|Yes|YES|true|True|TRUE|on|On|ON");
    private static final Pattern NO = Pattern.compile("no|No|NO|false|False|FALSE|off|Off|OFF");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern INT = Pattern.compile("[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)"
            + "|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIMESTAMP =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
                    + "(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?");

    private PlainScalar() {}

    static Node read(String written, Source source) {
        if (written.length() > LONGEST) {
            return Node.Text.of(written, source);
        }
        if (YES.matcher(written).matches() || NO.matcher(written).matches()) {
            return new Node.Flag(YES.matcher(written).matches(), written, source);
        }
        if (NOTHING.matcher(written).matches()) {
            return new Node.Nothing(source);
        }
        if (DATE.matcher(written).matches() || TIMESTAMP.matcher(written).matches()) {
            return new Node.Text(written, Node.Reading.DATE, written, source);
        }
        return number(written)
                .<Node>map(number -> new Node.Text(number, Node.Reading.NUMBER, written, source))
                .orElseGet(() -> Node.Text.of(written, source));
    }

    private static Optional<String> number(String written) {
        try {
            if (INT.matcher(written).matches()) {
                return Optional.of(integer(written.replace("_", "")).toString());
            }
            if (FLOAT.matcher(written).matches()) {
                return Optional.of(decimal(written.replace("_", "").toLowerCase(Locale.ROOT)));
            }
        } catch (NumberFormatException e) {
            // 0x_ and the like: no reader makes a number of it.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static BigInteger integer(String text) {
        boolean negative = text.startsWith("-");
        String digits = unsigned(text);
        BigInteger value;
        if (digits.startsWith("0b")) {
            value = new BigInteger(digits.substring(2), 2);
        } else if (digits.startsWith("0x")) {
            value = new BigInteger(digits.substring(2), 16);
        } else if (digits.startsWith("0") && digits.length() > 1) {
            value = new BigInteger(digits, 8);
        } else {
            value = BigInteger.ZERO;
            for (String part : digits.split(":", -1)) {
                value = value.multiply(BigInteger.valueOf(SEXAGESIMAL)).add(new BigInteger(part));
            }
        }
        return negative ? value.negate() : value;
    }

    private static String decimal(String text) {
        double sign = text.startsWith("-") ? -1 : 1;
        String digits = unsigned(text);
        if (digits.equals(".inf")) {
            return sign < 0 ? "-inf" : "inf";
        }
        if (digits.equals(".nan")) {
            return "nan";
        }
        double value = 0;
        for (String part : digits.split(":", -1)) {
            value = value * SEXAGESIMAL + Double.parseDouble(part);
        }
        return shortest(sign * value);
    }

    private static String unsigned(String text) {
        return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    }

    /** The fewest digits that mean this number, with an exponent where Python writes one. */
    static String shortest(double value) {
        if (value == 0 || Double.isInfinite(value)) {
            return value == 0 ? (1 / value < 0 ? "-0.0" : "0.0") : (value < 0 ? "-inf" : "inf");
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                break;
            }
        }
        rounded = rounded.stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < LEAST_EXPONENT || exponent >= GREATEST_EXPONENT) {
            String digits = rounded.unscaledValue().abs().toString();
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
            return (value < 0 ? "-" : "") + mantissa + "e" + power;
        }
        String plain = rounded.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
