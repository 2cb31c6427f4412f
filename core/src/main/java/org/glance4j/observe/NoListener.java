package org.glance4j.observe;

/** Hears nothing. */
enum NoListener implements ClientListener {
    INSTANCE
}
