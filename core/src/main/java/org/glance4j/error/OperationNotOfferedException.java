package org.glance4j.error;

/**
 * The service does not offer the operation: the versions of the API that it lists do not hold the one that brought it. Nothing
 * was sent but the question for the versions.
 */
public final class OperationNotOfferedException extends ImageServiceException {
    private static final long serialVersionUID = 1;

    private final int neededMinor;
    private final int highestMinor;

    /**
     * Makes the exception.
     *
     * @param failure what is known
     * @param neededMinor the minor version of v2 that brought the operation
     * @param highestMinor the highest minor version that the service lists
     */
    public OperationNotOfferedException(Failure failure, int neededMinor, int highestMinor) {
        super(failure, null);
        this.neededMinor = neededMinor;
        this.highestMinor = highestMinor;
    }

    /**
     * Returns the minor version of v2 that brought the operation.
     *
     * @return the number, such as 14
     */
    public int neededMinor() {
        return neededMinor;
    }

    /**
     * Returns the highest minor version of v2 that the service lists. It may be above the one that is needed: some are listed only
     * where the site is set up for their operations.
     *
     * @return the number, such as 15
     */
    public int highestMinor() {
        return highestMinor;
    }
}
