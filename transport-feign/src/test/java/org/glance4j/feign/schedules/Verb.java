package org.glance4j.feign.schedules;

/** What is asked about members. */
enum Verb {
    ADD,
    GET,
    LIST,
    UPDATE,
    REMOVE;

    boolean isChange() {
        return this == ADD || this == UPDATE || this == REMOVE;
    }
}
