package org.glance4j.cli.image;

import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.ImageClient;
import org.glance4j.cli.session.Each;
import org.glance4j.cli.session.Session;
import org.glance4j.model.ImageId;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image delete}. */
@Command(
        name = "delete",
        description = "Delete images, with their data and their members; or their data from one store.")
final class DeleteImages implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "delete the data from this store only; the images stay, with what other stores hold")
    private @Nullable String store;

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
        return session.run((cloud, shell) -> Each.of(images, shell, image -> delete(cloud.client(), image)));
    }

    private void delete(ImageClient client, String image) {
        ImageId id = ImageArgument.id(client, image);
        if (store == null) {
            client.images().delete(id);
        } else {
            client.stores().delete(StoreId.of(store), id);
        }
    }
}
