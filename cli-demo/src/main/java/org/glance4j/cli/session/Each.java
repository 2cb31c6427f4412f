package org.glance4j.cli.session;

import java.util.List;
import java.util.function.Consumer;
import org.glance4j.error.ImageServiceException;

/** Does something for each of several things: one's failure keeps no other from being done. */
public final class Each {
    private Each() {}

    /**
     * Does it for each thing, in their order. Every failure is said on a line; the last one is thrown for that.
     *
     * @param <T> what a thing is
     * @param things the things, such as the arguments that the user typed
     * @param shell where failures are said
     * @param deed what to do for one thing
     * @throws ImageServiceException if the service refuses something
     * @throws CommandFailedException if a thing cannot be done for another reason
     */
    public static <T> void of(List<T> things, Shell shell, Consumer<? super T> deed) {
        RuntimeException last = null;
        for (T thing : things) {
            try {
                deed.accept(thing);
            } catch (ImageServiceException | CommandFailedException e) {
                if (last != null) {
                    shell.say(String.valueOf(last.getMessage()));
                }
                last = e;
            }
        }
        if (last != null) {
            throw last;
        }
    }
}
