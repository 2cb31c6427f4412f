package org.glance4j.contract;

/** Who takes part in the contract. */
public enum Party {
    /** An ordinary user of the project that owns the images. */
    OWNER("producer"),
    /** An ordinary user of the project that images are shared with. */
    CONSUMER("consumer"),
    /** An ordinary user of a project that has nothing to do with the images, unless a test makes it a member. */
    BYSTANDER("bystander"),
    /** An admin, of a project of its own. */
    ADMIN("admin"),
    /** A user of the owner's project with the role {@code reader} and no other. */
    READER("reader");

    private final String userName;

    Party(String userName) {
        this.userName = userName;
    }

    /**
     * Returns the name of the party's user on the clouds that the contract runs on.
     *
     * @return the name
     */
    public String userName() {
        return userName;
    }
}
