package org.glance4j.cli.output;

/** Turns a result into text. Implementations hold no state. */
interface Renderer {

    String render(Details details);

    String render(Listing listing);
}
