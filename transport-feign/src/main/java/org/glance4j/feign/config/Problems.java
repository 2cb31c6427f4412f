package org.glance4j.feign.config;

import org.glance4j.error.ConfigurationException;
import org.glance4j.error.Failure;
import org.glance4j.model.Operation;

/** Makes the exceptions of this package. Their causes are left out: what a parser says quotes the file, secrets included. */
final class Problems {
    private Problems() {}

    static ConfigurationException at(Source source, String problem) {
        return of(source + " " + problem);
    }

    static ConfigurationException of(String problem) {
        return new ConfigurationException(
                Failure.of(Operation.AUTHENTICATE).advice(problem).build(), null);
    }
}
