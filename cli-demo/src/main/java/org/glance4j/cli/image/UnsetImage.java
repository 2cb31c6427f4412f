package org.glance4j.cli.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.ImageClient;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Each;
import org.glance4j.cli.session.Session;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image unset}. */
@Command(name = "unset", description = "Take tags and properties from an image.")
final class UnsetImage implements Callable<Integer> {
    private final Session session;

    @Option(names = "--tag", paramLabel = "TAG", description = "take this tag; may be repeated")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--property", paramLabel = "KEY", description = "take this property; may be repeated")
    private List<String> properties = new ArrayList<>();

    @Parameters(paramLabel = "IMAGE", description = "the image, by id or by a name that only one has")
    private String image = "";

    UnsetImage(Session session) {
        this.session = session;
    }

    /** Takes each tag by itself, then all properties that there are at once: what is not there keeps nothing else. */
    @Override
    public Integer call() {
        return session.run((cloud, shell) -> {
            ImageClient client = cloud.client();
            ImageId id = ImageArgument.id(client, image);
            List<Runnable> steps = new ArrayList<>();
            tags.forEach(tag -> steps.add(() -> client.images().removeTag(id, tag)));
            if (!properties.isEmpty()) {
                steps.addAll(removals(client, client.images().get(id)));
            }
            Each.of(steps, shell, Runnable::run);
        });
    }

    private List<Runnable> removals(ImageClient client, Image now) {
        List<Runnable> steps = new ArrayList<>();
        ImagePatch.Builder patch = ImagePatch.builder();
        for (String key : properties) {
            if (now.properties().containsKey(key) || now.otherFields().containsKey(key)) {
                patch.remove(key);
            } else {
                steps.add(() -> {
                    throw new CommandFailedException("the image " + now.id() + " has no property " + key);
                });
            }
        }
        ImagePatch change = patch.build();
        if (!change.operations().isEmpty()) {
            steps.add(() -> client.images().update(now.id(), change));
        }
        return steps;
    }
}
