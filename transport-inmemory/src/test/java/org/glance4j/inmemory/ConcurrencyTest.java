package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.ImageAlreadyExistsException;
import org.glance4j.error.ImageGoneException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.MemberLimitExceededException;
import org.glance4j.inmemory.junit.As;
import org.glance4j.inmemory.junit.GlanceExtension;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Member;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GlanceExtension.class)
class ConcurrencyTest {
    private static final NewImage RAW = NewImage.builder()
            .diskFormat(DiskFormat.RAW)
            .containerFormat(ContainerFormat.BARE)
            .build();

    private final ImageTransport owner;
    private final ImageId image;

    ConcurrencyTest(@As("producer") ImageTransport owner) {
        this.owner = owner;
        this.image = owner.images().create(RAW).id();
    }

    @RepeatedTest(3)
    void quotaHoldsWhoeverComesAtTheSameTime() throws Exception {
        List<Callable<Member>> adds = new ArrayList<>();
        IntStream.range(0, 129).forEach(i -> adds.add(() -> owner.members().add(image, ProjectId.of("p" + i))));
        List<Object> outcomes = Together.run(adds);
        assertThat(outcomes).filteredOn(Member.class::isInstance).hasSize(128);
        assertThat(outcomes)
                .filteredOn(MemberLimitExceededException.class::isInstance)
                .hasSize(1);
        assertThat(owner.members().list(image)).hasSize(128);
    }

    @RepeatedTest(3)
    void oneOfManyAddsTheSameMember() throws Exception {
        Callable<Member> add = () -> owner.members().add(image, ProjectId.of("consumer"));
        List<Object> outcomes = Together.run(Collections.nCopies(32, add));
        assertThat(outcomes).filteredOn(Member.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(AlreadyMemberException.class::isInstance)
                .hasSize(31);
    }

    @RepeatedTest(3)
    void oneOfManyCreatesAnImageOfOneId() throws Exception {
        ImageId id = ImageId.of("11111111-2222-4333-8444-555555555555");
        Callable<Image> create =
                () -> owner.images().create(RAW.toBuilder().id(id).build());
        List<Object> outcomes = Together.run(Collections.nCopies(32, create));
        assertThat(outcomes).filteredOn(Image.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(ImageAlreadyExistsException.class::isInstance)
                .hasSize(31);
    }

    @RepeatedTest(3)
    void noPropertyIsLostBetweenPatches() throws Exception {
        List<Callable<Image>> patches = new ArrayList<>();
        IntStream.range(0, 64)
                .forEach(i -> patches.add(() -> owner.images()
                        .update(
                                image,
                                ImagePatch.builder().property("p" + i, "v").build())));
        Together.run(patches);
        assertThat(owner.images().get(image).properties()).hasSize(64);
    }

    @RepeatedTest(3)
    void oneOfManyUploadsAtTheSameTimeSucceeds() throws Exception {
        List<Callable<Boolean>> uploads = new ArrayList<>();
        IntStream.range(0, 16)
                .forEach(i -> uploads.add(() -> {
                    owner.data().upload(image, ImageData.of(new byte[i + 1]));
                    return true;
                }));
        List<Object> outcomes = Together.run(uploads);
        assertThat(outcomes).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(ImageStatusConflictException.class::isInstance)
                .hasSize(15);
        assertThat(owner.images().get(image).sizeBytes()).isEqualTo(outcomes.indexOf(true) + 1L);
    }

    @Test
    void othersWorkWhileDataIsUploadedAndASecondUploadIsAConflict() throws Exception {
        GatedStream data = new GatedStream();
        FutureTask<Object> upload = uploading(data);
        data.awaitReader();
        assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.SAVING);
        assertThat(owner.members().add(image, ProjectId.of("consumer"))).isNotNull();
        assertThat(outcome(() -> owner.data().upload(image, ImageData.of(new byte[1]))))
                .isInstanceOf(ImageStatusConflictException.class);
        data.letThrough();
        assertThat(upload.get(30, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(owner.images().get(image).status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    void uploadOfAnImageThatIsDeletedMeanwhileEndsGone() throws Exception {
        GatedStream data = new GatedStream();
        FutureTask<Object> upload = uploading(data);
        data.awaitReader();
        owner.images().delete(image);
        data.letThrough();
        assertThat(upload.get(30, TimeUnit.SECONDS)).isInstanceOf(ImageGoneException.class);
        assertThat(outcome(() -> owner.images().get(image))).isInstanceOf(ImageNotFoundException.class);
    }

    private FutureTask<Object> uploading(GatedStream data) {
        FutureTask<Object> upload =
                new FutureTask<>(() -> outcome(() -> owner.data().upload(image, ImageData.of(data))));
        Thread thread = new Thread(upload, "upload");
        thread.setDaemon(true);
        thread.start();
        return upload;
    }

    private static Object outcome(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (ImageServiceException e) {
            return e;
        }
    }
}
