package org.glance4j.inmemory.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;

/**
 * Puts a seed's images into a service, as an admin who acts for their owners would.
 *
 * <p>It is the clock of the service that it plants in: it stands at the seed's time while it plants, and is the real one
 * afterwards. So what is changed later is changed later.
 */
final class Planting implements InstantSource {
    private final InstantSource clock;
    private volatile InstantSource now;

    Planting(InstantSource clock) {
        this.clock = clock;
        this.now = clock;
    }

    @Override
    public Instant instant() {
        return now.instant();
    }

    void plant(Seed seed, ImageEngine engine) {
        Instant createdAt = seed.createdAt();
        if (createdAt != null) {
            now = InstantSource.fixed(createdAt);
        }
        try {
            for (Seed.Image image : seed.images()) {
                plant(image, engine);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            now = clock;
        }
    }

    private static void plant(Seed.Image image, ImageEngine engine) throws IOException {
        NewImage created = image.record();
        ProjectId owner = created.owner();
        Caller admin = Caller.admin(owner == null ? ProjectId.of("") : owner);
        ImageId id = engine.create(admin, created).id();
        if (image.data() != null) {
            try (InputStream data = image.data().open()) {
                engine.upload(admin, id, data, null);
            }
        }
        for (Seed.Member member : image.members()) {
            engine.addMember(admin, id, member.project());
            if (member.status() != MemberStatus.PENDING) {
                engine.updateMember(admin, id, member.project(), member.status().word());
            }
        }
    }
}
