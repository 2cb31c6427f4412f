package org.glance4j.feign.http;

import java.io.IOException;

/** A proxy that did not let a request pass, which the service has therefore not seen. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    ProxyRefusedException(int status) {
        super("the proxy answered with status " + status);
        this.status = status;
    }

    /** Whether another attempt may fare better: the proxy itself could not reach the service. */
    boolean mayPass() {
        return status == 502 || status == 503 || status == 504;
    }

    /** Says in one clause what happened and what to do. */
    String description() {
        return switch (status) {
            case 407 -> "the proxy asks for credentials, or refuses those it got: set them with the proxy";
            case 403 -> "the proxy does not allow requests to the service (status 403)";
            case 502, 503, 504 -> "the proxy cannot reach the service (status " + status + ")";
            default -> "the proxy does not lead to the service (status " + status + ")";
        };
    }
}
