package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value of a document, with the place where it stands. No value prints itself, for it may be a secret. */
sealed interface Node {

    Source source();

    /** What a message calls a value of this kind. */
    String kind();

    /** Returns the section that this is, or says that one belongs here. */
    default Section section() {
        throw at(
                source(),
                "holds " + kind() + ", where a section belongs: lines of key: value, further in than this one");
    }

    /**
     * A text; or a number or a date, in the words of the client that all others are measured by.
     *
     * @param text the text
     * @param reading how it was read
     * @param written how it is written in the file
     */
    record Text(String text, Reading reading, String written, Source source) implements Node {
        static Text of(String text, Source source) {
            return new Text(text, Reading.TEXT, text, source);
        }

        /** Whether the file's reader takes it for something else than what is written. */
        boolean isChanged() {
            return !text.equals(written);
        }

        @Override
        public String kind() {
            return switch (reading) {
                case TEXT -> "a text";
                case NUMBER -> "a number";
                case DATE -> "a date";
            };
        }

        @Override
        public String toString() {
            return "Text at " + source;
        }
    }

    /** How YAML 1.1 reads a value that stands without quotes. */
    enum Reading {
        TEXT,
        NUMBER,
        DATE
    }

    /** A yes or no. */
    record Flag(boolean isSet, String written, Source source) implements Node {
        @Override
        public String kind() {
            return "a yes or no";
        }
    }

    /** A key without a value. */
    record Nothing(Source source) implements Node {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** A list. */
    record Items(List<Node> items, Source source) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public String toString() {
            return "Items at " + source;
        }
    }

    /** Keys and their values, in the order of the file. */
    record Section(Map<String, Node> entries, Source source) implements Node {
        public Section {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a section";
        }

        @Override
        public Section section() {
            return this;
        }

        /** The section over this one: sections within are merged, all else is replaced. */
        Section under(Section upper) {
            Map<String, Node> merged = new LinkedHashMap<>(entries);
            upper.entries.forEach((key, value) -> {
                Node lower = merged.get(key);
                merged.put(
                        key,
                        value instanceof Section section && lower != null
                                ? lower.section().under(section)
                                : value);
            });
            return new Section(merged, source);
        }

        @Override
        public String toString() {
            return "Section at " + source;
        }
    }
}
