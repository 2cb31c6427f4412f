package org.glance4j.cli.image;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.glance4j.ImageClient;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Visibility;

/** Finds the image that an argument means: an id, else a name that only one image has. */
public final class ImageArgument {
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private ImageArgument() {}

    /**
     * Returns the id that an argument means. An id is taken as it is, without asking the service.
     *
     * <p>A name is looked for where the caller's own lists show it, hidden images last. An image that is merely offered to the
     * caller is not found by name, so that nobody can slip one in under a name that the caller uses.
     *
     * @param client the caller's client
     * @param idOrName what the user typed
     * @return the id
     * @throws CommandFailedException if no image has the name, or several have
     */
    public static ImageId id(ImageClient client, String idOrName) {
        return ID.matcher(idOrName).matches()
                ? ImageId.of(idOrName)
                : named(
                        client,
                        idOrName,
                        List.of(named(idOrName), named(idOrName).hidden(true)));
    }

    /** As {@link #id}, and looks among the images offered to the caller last, whatever it said to them. */
    static ImageId offeredId(ImageClient client, String idOrName) {
        if (ID.matcher(idOrName).matches()) {
            return ImageId.of(idOrName);
        }
        return named(
                client,
                idOrName,
                List.of(
                        named(idOrName),
                        named(idOrName).hidden(true),
                        named(idOrName).visibility(Visibility.SHARED).anyMemberStatus()));
    }

    private static ImageQuery.Builder named(String name) {
        return ImageQuery.builder().name(name);
    }

    private static ImageId named(ImageClient client, String name, List<ImageQuery.Builder> places) {
        for (ImageQuery.Builder place : places) {
            List<ImageId> found = new ArrayList<>();
            Iterator<Image> images = client.images().list(place.build()).iterator();
            while (images.hasNext() && found.size() < 2) {
                found.add(images.next().id());
            }
            if (found.size() > 1) {
                throw new CommandFailedException("more than one image has the name " + name + ": give an id");
            }
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        throw new CommandFailedException("no image has the id or name " + name);
    }
}
