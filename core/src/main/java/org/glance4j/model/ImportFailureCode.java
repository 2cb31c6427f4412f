package org.glance4j.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why Rackspace could not import a VHD: the number that stands in the task's message.
 *
 * <p>Open: another number at the beginning of a message is {@link #UNRECOGNIZED}; the message keeps it.
 *
 * <p>Source: Rackspace Cloud Images, get task details.
 */
public enum ImportFailureCode {
    /** The file has a problem that is not told. */
    UNSPECIFIED(111),
    /** The file is no valid VHD. */
    NOT_A_VHD(396),
    /** The disk's virtual size is above 40 GB. */
    VIRTUAL_SIZE_TOO_LARGE(413),
    /** The disk is neither of fixed size nor dynamic. */
    NOT_FIXED_OR_DYNAMIC(523),
    /** The file is larger than 40 GB. */
    FILE_TOO_LARGE(609),
    /** The UUID inside the VHD is all zeros. */
    ZERO_UUID(614),
    /** The disk has a parent disk. */
    HAS_PARENT(721),
    /** A number that this version of the library does not know. */
    UNRECOGNIZED(0);

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z.-])([0-9]{3})(?![0-9A-Za-z-]|\\.[0-9])");
    private static final Pattern IN_FRONT =
            Pattern.compile("(?i)\\s*(?:error\\s*)?(?:code\\s*)?[:(\\[]?\\s*[0-9]{3}(?![0-9A-Za-z.-]).*");

    private final int number;

    ImportFailureCode(int number) {
        this.number = number;
    }

    /**
     * Returns the number that stands for this code.
     *
     * @return the number; 0 for {@link #UNRECOGNIZED}
     */
    public int number() {
        return number;
    }

    /**
     * Returns why a task failed, by the first number in its message that is one of these.
     *
     * @param task the task
     * @return the code; empty where the task has not failed, or its message holds no number that could be one
     */
    public static Optional<ImportFailureCode> of(Task task) {
        String message = task.message();
        if (message == null || task.status() != TaskStatus.FAILURE) {
            return Optional.empty();
        }
        Matcher numbers = NUMBER.matcher(message);
        while (numbers.find()) {
            int found = Integer.parseInt(numbers.group(1));
            Optional<ImportFailureCode> known =
                    Stream.of(values()).filter(code -> code.number == found).findFirst();
            if (known.isPresent()) {
                return known;
            }
        }
        return IN_FRONT.matcher(message).matches() ? Optional.of(UNRECOGNIZED) : Optional.empty();
    }
}
