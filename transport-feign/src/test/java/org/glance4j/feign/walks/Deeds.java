package org.glance4j.feign.walks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.glance4j.contract.Party;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.NumberRange;
import org.glance4j.model.SortDirection;
import org.glance4j.model.SortKey;
import org.glance4j.model.StoreId;
import org.glance4j.model.TaskId;
import org.glance4j.model.TimeCondition;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;

/** Draws what is done next. */
final class Deeds {
    private static final List<Visibility> VISIBILITIES =
            List.of(Visibility.PRIVATE, Visibility.SHARED, Visibility.COMMUNITY, Visibility.PUBLIC);
    private static final List<MemberStatus> STATUSES =
            List.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED);
    private static final List<Party> PROJECTS = List.of(Party.OWNER, Party.CONSUMER, Party.BYSTANDER, Party.ADMIN);
    /** Without the size, by which Glance pages wrongly on SQLite where it is null. */
    private static final List<SortKey> SORT_KEYS = List.of(
            SortKey.NAME,
            SortKey.STATUS,
            SortKey.DISK_FORMAT,
            SortKey.CONTAINER_FORMAT,
            SortKey.ID,
            SortKey.CREATED_AT,
            SortKey.UPDATED_AT);

    private static final Instant FAR_AWAY = Instant.parse("2999-01-01T00:00:00Z");
    private static final List<String> WORDS = List.of("a", "b", "ä ö", "x/y", "100%", "~t");

    private final Random random;

    Deeds(Random random) {
        this.random = random;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Deed create() {
        NewImage.Builder drawn = NewImage.named("walk " + one(WORDS));
        String words = "create";
        if (random.nextInt(4) > 0) {
            drawn.diskFormat(one(List.of(DiskFormat.RAW, DiskFormat.QCOW2))).containerFormat(ContainerFormat.BARE);
            words += " with formats";
        }
        if (random.nextInt(3) > 0) {
            Visibility visibility = one(VISIBILITIES);
            drawn.visibility(visibility);
            words += " " + visibility.word();
        }
        if (random.nextInt(6) == 0) {
            drawn.isProtected(true);
            words += " protected";
        }
        if (random.nextInt(8) == 0) {
            drawn.hidden(true);
            words += " hidden";
        }
        if (random.nextInt(3) == 0) {
            drawn.minDiskGb(random.nextInt(3)).minRamMb(random.nextInt(3)).property("os_distro", one(WORDS));
            words += " with minima";
        }
        NewImage image = drawn.build();
        return new Deed(
                words,
                (ground, transport, id) -> transport
                        .images()
                        .create(image.toBuilder().id(id).tag(ground.mark()).build()));
    }

    Deed next() {
        int kind = random.nextInt(100);
        if (kind < 8) {
            return create();
        }
        if (kind < 16) {
            return new Deed(
                    "show", (ground, transport, id) -> transport.images().get(id));
        }
        if (kind < 26) {
            return list();
        }
        if (kind < 42) {
            return update();
        }
        if (kind < 46) {
            return new Deed("delete", (ground, transport, id) -> {
                transport.images().delete(id);
                return null;
            });
        }
        if (kind < 52) {
            return tag();
        }
        if (kind < 60) {
            return status();
        }
        if (kind < 68) {
            return upload();
        }
        if (kind < 73) {
            return download();
        }
        return kind < 83 ? imported() : member();
    }

    private Deed imported() {
        StoreId store = StoreId.of(one(List.of("fast", "slow", "fast", "slow", "none")));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                String data = "data " + random.nextInt(1000);
                yield new Deed("stage " + data, (ground, transport, id) -> {
                    transport.imports().stage(id, ImageData.of(data.getBytes(StandardCharsets.US_ASCII)));
                    return null;
                });
            }
            case 3, 4 ->
                new Deed("import what is staged, to " + store, imports(web -> ImageImport.glanceDirect(), store));
            case 5 -> new Deed("copy to store " + store, imports(web -> ImageImport.copyImage(), store));
            case 6 ->
                new Deed(
                        "import from the web, to " + store,
                        imports(web -> ImageImport.webDownload(web.image()), store));
            case 7 ->
                new Deed(
                        "import what the web does not have, to " + store,
                        imports(web -> ImageImport.webDownload(web.nothing()), store));
            case 8 -> task();
            case 9 ->
                new Deed("delete from store " + store, (ground, transport, id) -> {
                    transport.stores().delete(store, id);
                    return null;
                });
            default ->
                new Deed(
                        "list tasks",
                        (ground, transport, id) -> transport.imports().tasks(id));
        };
    }

    /** Draws what is done to a task that is not there: others have ids of their own on each service, and other people's beside. */
    private Deed task() {
        return random.nextBoolean()
                ? new Deed(
                        "show task",
                        (ground, transport, id) -> transport.tasks().get(TaskId.of(id.value())))
                : new Deed(
                        "create task of a kind that is none",
                        (ground, transport, id) -> transport
                                .tasks()
                                .create(ImportTaskInput.fromUrl("http://127.0.0.1/", DiskFormat.RAW, Map.of("x", 1))));
    }

    private static Deed.Action imports(Function<Ground.Web, ImageImport> method, StoreId store) {
        return (ground, transport, id) -> {
            transport.imports().importImage(id, method.apply(ground.web()).toStores(store));
            Settling.await(ground, id);
            return null;
        };
    }

    private Deed list() {
        ImageQuery.Builder drawn = ImageQuery.builder();
        StringBuilder words = new StringBuilder("list");
        switch (random.nextInt(5)) {
            case 0 -> drawn.anyVisibility();
            case 1, 2 -> drawn.visibility(one(VISIBILITIES));
            default -> {
                // The default list.
            }
        }
        switch (random.nextInt(4)) {
            case 0 -> drawn.anyMemberStatus();
            case 1 -> drawn.memberStatus(one(STATUSES));
            default -> {
                // Accepted ones.
            }
        }
        for (int filters = random.nextInt(3); filters > 0; filters--) {
            filter(drawn);
        }
        for (int keys = random.nextInt(3); keys > 0; keys--) {
            drawn.sort(one(SORT_KEYS), one(List.of(SortDirection.ASCENDING, SortDirection.DESCENDING)));
        }
        if (random.nextInt(4) == 0) {
            drawn.limit(random.nextInt(4));
        }
        boolean behind = random.nextInt(8) == 0;
        Party owner = one(PROJECTS);
        boolean ofOwner = random.nextInt(6) == 0;
        ImageQuery query = drawn.build();
        words.append(' ').append(query).append(ofOwner ? " of " + owner : "").append(behind ? " behind it" : "");
        return new Deed(words.toString(), (ground, transport, id) -> {
            ImageQuery.Builder marked = query.toBuilder().tag(ground.mark());
            if (behind) {
                marked.marker(id);
            }
            return transport.images().list((ofOwner ? marked.owner(ground.project(owner)) : marked).build());
        });
    }

    private void filter(ImageQuery.Builder query) {
        switch (random.nextInt(12)) {
            case 0 -> query.hidden(true);
            case 1 -> query.name("walk " + one(WORDS));
            case 2 -> query.names(List.of("walk " + one(WORDS), "walk " + one(WORDS)));
            case 3 -> query.status(one(List.of(ImageStatus.QUEUED, ImageStatus.ACTIVE, ImageStatus.DEACTIVATED)));
            case 4 -> query.statuses(List.of(ImageStatus.QUEUED, ImageStatus.DELETED));
            case 5 -> query.diskFormat(one(List.of(DiskFormat.RAW, DiskFormat.ISO)));
            case 6 -> query.isProtected(random.nextBoolean());
            case 7 ->
                query.sizeBytes(one(List.of(
                        NumberRange.atLeast(7),
                        NumberRange.atMost(7),
                        NumberRange.exactly(8),
                        NumberRange.between(0, 6))));
            case 8 -> query.minDiskGb(one(List.of(NumberRange.atLeast(1), NumberRange.exactly(0))));
            case 9 -> query.tag(one(List.of("a", "b", "100%")));
            case 10 ->
                query.createdAt(one(List.of(
                        TimeCondition.after(Instant.EPOCH),
                        TimeCondition.before(Instant.EPOCH),
                        TimeCondition.atOrBefore(FAR_AWAY))));
            default -> query.property(one(List.of("p", "q/r", "os_distro")), one(WORDS));
        }
    }

    private Deed update() {
        int changes = 1 + random.nextInt(3);
        StringBuilder words = new StringBuilder("update");
        ImagePatch.Builder drawn = ImagePatch.builder();
        Set<String> tags = new TreeSet<>();
        boolean retags = false;
        Party newOwner = null;
        for (int i = 0; i < changes; i++) {
            switch (random.nextInt(13)) {
                case 0 -> drawn.name("walk " + one(WORDS));
                case 1, 2, 3 -> drawn.visibility(one(VISIBILITIES));
                case 4 -> drawn.isProtected(random.nextBoolean());
                case 5 -> drawn.hidden(random.nextBoolean());
                case 6 -> drawn.add(one(List.of("p", "q/r", "s~t")), one(WORDS));
                case 7 -> drawn.replace(one(List.of("p", "q/r", "s~t", "os_distro")), one(WORDS));
                case 8 -> drawn.remove(one(List.of("p", "q/r", "s~t", "name")));
                case 9 -> drawn.minDiskGb(random.nextInt(3));
                case 10 -> drawn.diskFormat(one(List.of(DiskFormat.RAW, DiskFormat.ISO)));
                case 11 -> {
                    tags.add(one(WORDS));
                    retags = true;
                }
                default -> newOwner = one(PROJECTS);
            }
        }
        ImagePatch patch = drawn.build();
        boolean withTags = retags;
        Party owner = newOwner;
        words.append(' ')
                .append(patch.operations())
                .append(withTags ? " tags " + tags : "")
                .append(owner == null ? "" : " owner " + owner);
        return new Deed(words.toString(), (ground, transport, id) -> {
            ImagePatch.Builder whole = ImagePatch.builder();
            patch.operations().forEach(operation -> {
                switch (operation.kind()) {
                    case ADD -> whole.add(operation.field(), operation.value());
                    case REPLACE -> whole.replace(operation.field(), operation.value());
                    case REMOVE -> whole.remove(operation.field());
                }
            });
            if (withTags) {
                Set<String> all = new TreeSet<>(tags);
                all.add(ground.mark());
                whole.tags(all);
            }
            if (owner != null) {
                whole.owner(ground.project(owner));
            }
            return transport.images().update(id, whole.build());
        });
    }

    private Deed tag() {
        String tag = one(List.of("a", "b", "100%"));
        if (random.nextBoolean()) {
            return new Deed("add tag " + tag, (ground, transport, id) -> {
                transport.images().addTag(id, tag);
                return null;
            });
        }
        return new Deed("remove tag " + tag, (ground, transport, id) -> {
            transport.images().removeTag(id, tag);
            return null;
        });
    }

    private Deed status() {
        if (random.nextInt(5) < 3) {
            return new Deed("deactivate", (ground, transport, id) -> {
                transport.images().deactivate(id);
                return null;
            });
        }
        return new Deed("reactivate", (ground, transport, id) -> {
            transport.images().reactivate(id);
            return null;
        });
    }

    private Deed upload() {
        String data = "data " + random.nextInt(1000);
        if (random.nextInt(3) == 0) {
            StoreId store = StoreId.of(one(List.of("fast", "slow", "slow", "none")));
            return new Deed("upload " + data + " to store " + store, (ground, transport, id) -> {
                transport.data().upload(id, ImageData.of(data.getBytes(StandardCharsets.US_ASCII)), store);
                return null;
            });
        }
        return new Deed("upload " + data, (ground, transport, id) -> {
            transport.data().upload(id, ImageData.of(data.getBytes(StandardCharsets.US_ASCII)));
            return null;
        });
    }

    private Deed download() {
        if (random.nextInt(3) > 0) {
            return new Deed(
                    "download", (ground, transport, id) -> transport.data().download(id));
        }
        ByteRange range = one(List.of(
                ByteRange.between(0, 2),
                ByteRange.between(2, 99),
                ByteRange.from(3),
                ByteRange.from(99),
                ByteRange.last(2)));
        return new Deed(
                "download " + range, (ground, transport, id) -> transport.data().download(id, range));
    }

    private Deed member() {
        Party member = one(PROJECTS);
        return switch (random.nextInt(9)) {
            case 0, 1, 2 ->
                new Deed(
                        "add member " + member,
                        (ground, transport, id) -> transport.members().add(id, ground.project(member)));
            case 3 ->
                new Deed(
                        "show member " + member,
                        (ground, transport, id) -> transport.members().get(id, ground.project(member)));
            case 4 ->
                new Deed(
                        "list members",
                        (ground, transport, id) -> transport.members().list(id));
            case 5, 6, 7 -> {
                MemberStatus status = one(STATUSES);
                yield new Deed(
                        "set member " + member + " " + status.word(),
                        (ground, transport, id) ->
                                transport.members().updateStatus(id, ground.project(member), status));
            }
            default ->
                new Deed("remove member " + member, (ground, transport, id) -> {
                    transport.members().remove(id, ground.project(member));
                    return null;
                });
        };
    }
}
