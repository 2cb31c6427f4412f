package org.glance4j.feign.walks;

import java.util.Arrays;
import java.util.Optional;

/** Where the service in memory differs from a real Glance 25.1.0, and why. */
enum Explained {
    /** In a heap a broken schema is told in a sentence, without the schema itself behind it. */
    SCHEMA_WITHOUT_ITS_PRINT("jsonschema/exceptions.py, _Error.__str__") {
        @Override
        boolean explains(Step step, Outcome here, Outcome there) {
            int print = there.text().indexOf("Failed validating");
            return print > 0
                    && here.what().equals(there.what())
                    && there.text()
                            .substring(0, print)
                            .strip()
                            .equals(here.text().strip());
        }
    },

    /** Glance reckons with the size of what has none, where a range is asked for. */
    RANGE_OF_NO_DATA("glance/api/v2/image_data.py, ResponseSerializer.download") {
        @Override
        boolean explains(Step step, Outcome here, Outcome there) {
            return step.deed().words().startsWith("download ")
                    && here.what().equals("NoImageDataException 204")
                    && there.what().equals("ServiceErrorException 500");
        }
    };

    private final String source;

    Explained(String source) {
        this.source = source;
    }

    /** Whether a difference between this library's outcome and the judge's is this one. */
    abstract boolean explains(Step step, Outcome here, Outcome there);

    static Optional<Explained> of(Step step, Outcome here, Outcome there) {
        return Arrays.stream(values())
                .filter(explained -> explained.explains(step, here, there))
                .findFirst();
    }

    /** Says the name, and where the server does it. */
    @Override
    public String toString() {
        return name() + " (" + source + ")";
    }
}
