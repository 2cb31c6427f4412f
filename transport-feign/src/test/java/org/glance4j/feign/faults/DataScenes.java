package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;

/** Image data and imports: the call of each operation, and how to see that it was done. */
final class DataScenes {
    private DataScenes() {}

    static Scene upload() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                transport.data().upload(target.image(), ImageData.of(Deed.DATA));
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return target.status() == ImageStatus.ACTIVE;
            }
        };
    }

    static Scene download() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                target.upload();
            }

            @Override
            Object call(FeignTransport transport, Target target) throws IOException {
                try (ImageDownload download = transport.data().download(target.image())) {
                    return download.stream().readAllBytes();
                }
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(Arrays.equals((byte[]) answer, Deed.DATA)).isTrue();
            }
        };
    }

    static Scene stage() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                transport.imports().stage(target.image(), ImageData.of(Deed.DATA));
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return target.status() == ImageStatus.UPLOADING;
            }
        };
    }

    static Scene importImage() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                target.owner().imports().stage(target.image(), ImageData.of(Deed.DATA));
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                transport.imports().importImage(target.image(), ImageImport.glanceDirect());
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return !target.owner().imports().tasks(target.image()).isEmpty();
            }
        };
    }

    static Scene listImageTasks() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                Deed.IMPORT_IMAGE.prepare(target);
                target.owner().imports().importImage(target.image(), ImageImport.glanceDirect());
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.imports().tasks(target.image());
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(((List<?>) answer)).hasSize(1);
            }
        };
    }

    static Scene listImportMethods() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.imports().methods();
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().imports().methods());
            }
        };
    }
}
