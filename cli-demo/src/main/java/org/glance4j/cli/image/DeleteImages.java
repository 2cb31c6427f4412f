package org.glance4j.cli.image;

import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.cli.session.Cloud;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Session;
import org.glance4j.error.ImageServiceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code image delete}. */
@Command(name = "delete", description = "Delete images, with their data and their members.")
final class DeleteImages implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "IMAGE",
            arity = "1..*",
            description = "the images, each by id or by a name that only one has")
    private List<String> images = List.of();

    DeleteImages(Session session) {
        this.session = session;
    }

    /** Deletes what can be deleted: one image's failure keeps no other. */
    @Override
    public Integer call() {
        return session.run((cloud, shell) -> {
            RuntimeException last = null;
            for (String image : images) {
                RuntimeException failure = delete(cloud, image);
                if (failure != null && last != null) {
                    shell.say(String.valueOf(last.getMessage()));
                }
                last = failure == null ? last : failure;
            }
            if (last != null) {
                throw last;
            }
        });
    }

    private static @Nullable RuntimeException delete(Cloud cloud, String image) {
        try {
            cloud.client().images().delete(ImageArgument.id(cloud.client(), image));
            return null;
        } catch (ImageServiceException | CommandFailedException e) {
            return e;
        }
    }
}
