package org.glance4j.feign.tls;

import org.jspecify.annotations.Nullable;

/**
 * Settings that make no secure connection. The message names the setting, its file, and what to do; it holds nothing of a
 * key. It does not leave this module: the builder makes a configuration error of it.
 */
public final class TlsSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TlsSettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
