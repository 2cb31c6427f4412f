package org.glance4j.observe;

/** A request of one attempt. Its texts hold ids and names, and no secret: in its place stands a variable of the shell. */
public interface SentRequest {

    /**
     * Returns which attempt of its call this is.
     *
     * @return a number that counts from 1
     */
    int attempt();

    /**
     * Returns method and path with placeholders for the ids. It differs from the call's own where the call looks at what
     * became of an earlier attempt.
     *
     * @return the route, such as {@code GET /v2/images/{id}}
     */
    String route();

    /**
     * Returns the command for a POSIX shell that sends the same request with curl. The token is {@code $OS_TOKEN}, other
     * secrets are variables named as OpenStack's clients name them, and image data is a file {@code $IMAGE_FILE}.
     *
     * @return one line
     */
    String toCurl();
}
