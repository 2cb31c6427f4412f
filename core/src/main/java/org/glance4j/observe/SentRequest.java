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
     * Returns the command for a POSIX shell that sends the same request with curl. The token is {@code $OS_TOKEN}; another
     * secret is the variable that OpenStack's clients read it from, such as {@code $OS_PASSWORD}, or {@code $OS_SECRET} where
     * there is none. Image data is read from, or written to, the file {@code $IMAGE_FILE}. Proxy, authorities and client
     * certificate are those of the connection: a proxy's user and password are {@code $PROXY_USER}, with a colon between them,
     * and a certificate that is in no file is the file {@code $OS_CACERT}, {@code $OS_CERT} or {@code $OS_KEY}.
     *
     * @return one line
     */
    String toCurl();
}
