package org.glance4j.feign.config;

import org.jspecify.annotations.Nullable;

/**
 * The way to a value, such as {@code clouds.producer.regions[0]}. Each holds its last step alone, so that however many values stand
 * below long keys, they cost no more memory than the file.
 *
 * @param parent the way to the section or list that the value stands in; null where there is none
 * @param key the key within that section; empty in a list
 * @param index the index within that list
 */
record KeyPath(@Nullable KeyPath parent, String key, int index) {
    /** The whole document. */
    static final KeyPath TOP = new KeyPath(null, "", 0);

    KeyPath key(String key) {
        return new KeyPath(this, key, 0);
    }

    KeyPath index(int index) {
        return new KeyPath(this, "", index);
    }

    boolean isTop() {
        return parent == null;
    }

    /** Returns the steps in one text; empty for the whole document. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.write(text);
        if (key.isEmpty()) {
            text.append('[').append(index).append(']');
        } else {
            text.append(text.isEmpty() ? "" : ".").append(key);
        }
    }
}
