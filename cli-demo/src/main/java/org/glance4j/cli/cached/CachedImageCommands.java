package org.glance4j.cli.cached;

import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.cli.image.ImageArgument;
import org.glance4j.cli.session.Each;
import org.glance4j.cli.session.Session;
import org.glance4j.model.CachePart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tree of verbs below {@code cached}. */
public final class CachedImageCommands {
    private CachedImageCommands() {}

    /**
     * Returns the command {@code cached} with everything below it.
     *
     * @param session what the commands run in
     * @return the command
     */
    public static CommandLine in(Session session) {
        return new CommandLine(new CachedGroup())
                .addSubcommand(new CommandLine(new ImageGroup())
                        .addSubcommand(new ListCachedImages(session))
                        .addSubcommand(new Queue(session))
                        .addSubcommand(new Delete(session))
                        .addSubcommand(new Clear(session)));
    }

    @Command(name = "cached", description = "The service's cache of image data; for admins.")
    private static final class CachedGroup {}

    @Command(name = "image", description = "The cache of image data of the node that answers; for admins.")
    private static final class ImageGroup {}

    /** {@code cached image queue}. */
    @Command(name = "queue", description = "Have images' data put into the cache.")
    private static final class Queue implements Callable<Integer> {
        private final Session session;

        @Parameters(
                paramLabel = "IMAGE",
                arity = "1..*",
                description = "the images, each by id or by a name that only one has")
        private List<String> images = List.of();

        Queue(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> Each.of(
                    images,
                    shell,
                    image -> cloud.client().imageCache().queue(ImageArgument.id(cloud.client(), image))));
        }
    }

    /** {@code cached image delete}. */
    @Command(name = "delete", description = "Remove images from the cache, and from what is to be put there.")
    private static final class Delete implements Callable<Integer> {
        private final Session session;

        @Parameters(
                paramLabel = "IMAGE",
                arity = "1..*",
                description = "the images, each by id, also a deleted one's, or by a name that only one has")
        private List<String> images = List.of();

        Delete(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> Each.of(
                    images,
                    shell,
                    image -> cloud.client().imageCache().remove(ImageArgument.id(cloud.client(), image))));
        }
    }

    /** {@code cached image clear}. */
    @Command(name = "clear", description = "Clear the cache and what is to be put there, or one of the two.")
    private static final class Clear implements Callable<Integer> {
        private final Session session;

        @Option(names = "--cache", description = "clear the data that is there")
        private boolean cached;

        @Option(names = "--queue", description = "clear what is to be put there")
        private boolean queued;

        Clear(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return session.run((cloud, shell) -> {
                if (cached == queued) {
                    cloud.client().imageCache().clear();
                } else {
                    cloud.client().imageCache().clear(cached ? CachePart.CACHED : CachePart.QUEUED);
                }
            });
        }
    }
}
