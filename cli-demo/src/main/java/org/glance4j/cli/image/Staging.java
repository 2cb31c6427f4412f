package org.glance4j.cli.image;

import org.glance4j.ImageClient;
import org.glance4j.cli.session.Shell;
import org.glance4j.data.TransferResult;
import org.glance4j.data.UploadOptions;
import org.glance4j.model.ImageId;
import org.glance4j.transport.ImageData;

/** Stages data, and draws how far it is where somebody wants to see that. */
final class Staging {
    private Staging() {}

    static void stage(ImageClient client, ImageId id, ImageData data, Shell shell, boolean progress) {
        try (ProgressBar bar = new ProgressBar(shell, progress)) {
            TransferResult unused =
                    client.imports().stage(id, data, UploadOptions.defaults().progress(bar));
        }
    }
}
