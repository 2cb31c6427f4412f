package org.glance4j.feign;

import java.util.List;
import org.glance4j.model.ImageLocation;

/** The answer to the question for locations: a type of its own, by which its reader is found. */
record LocationsAnswer(List<ImageLocation> locations) {

    LocationsAnswer {
        locations = List.copyOf(locations);
    }
}
