package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.ByteRange;
import org.glance4j.model.Image;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Member;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.Page;
import org.glance4j.model.ProjectId;
import org.glance4j.model.ResourceUsage;
import org.glance4j.model.Schema;
import org.glance4j.model.SchemaName;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;

/**
 * The Image service in a heap. Each operation runs under the one lock of its {@link Cloud}, which makes it atomic; only the
 * passing of data does not.
 */
public final class InMemoryEngine implements ImageEngine, AutoCloseable {
    private final Profile profile;
    private final Site offered;
    private final Law law;
    private final ImportSettings imported;
    private final Cloud cloud;
    private final DataStore store;
    private final Locations locations;
    private final LocationCalls located;
    private final ImageCalls images;
    private final ListCalls lists;
    private final DataCalls data;
    private final ImportCalls imports;
    private final MemberCalls members;
    private final MetadefEngine metadefs;
    private final TaskCalls tasks;
    private final CacheCalls cache;

    /**
     * Makes an empty cloud.
     *
     * @param settings what makes it differ from others
     */
    public InMemoryEngine(EngineSettings settings) {
        this.law = new Law(settings.profile(), settings.limits(), settings.requestIds(), settings.imports());
        this.profile = settings.profile();
        this.offered = settings.offered();
        this.imported = settings.imports();
        this.cloud = new Cloud(settings.clock());
        this.store = new DataStore(settings.temporaryDirectory(), settings.memoryBudgetBytes());
        DataReceiver receiver = new DataReceiver(law, store, settings.imageSizeCapBytes());
        Downloads downloads = new Downloads(cloud, settings.imports(), receiver);
        Showing showing = new Showing(offered);
        this.locations = new Locations(offered.hasOpenLocations(), settings.imports(), downloads);
        this.located = new LocationCalls(cloud, law, locations, settings.imports(), downloads);
        this.images = new ImageCalls(cloud, law, settings.ids(), locations, showing);
        this.lists = new ListCalls(cloud, law, showing);
        this.data = new DataCalls(cloud, law, receiver, settings.imports());
        this.imports = new ImportCalls(cloud, law, receiver, settings.imports());
        this.members = new MemberCalls(cloud, law);
        this.metadefs = new InMemoryMetadefEngine(cloud, law);
        this.cache = new CacheCalls(cloud, law, offered.hasCache());
        LegacyImports tasked = new LegacyImports(new LegacyImport.Setting(
                cloud, imported, downloads, settings.limits(), settings.ids(), () -> TaskId.of(UUID.randomUUID())));
        this.tasks = new TaskCalls(cloud, law, offered.hasOpenTasks(), tasked);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public ApiVersions versions(String base) {
        return offered.versions(base);
    }

    @Override
    public List<ResourceUsage> usage(Caller caller) {
        // Limits of this kind come from the identity service, and are off by default.
        return List.of();
    }

    @Override
    public Schema schema(SchemaName name) {
        return Schemas.of(name);
    }

    @Override
    public MetadefEngine metadefs() {
        return metadefs;
    }

    @Override
    public void requireTasks(Caller caller, Operation operation) {
        tasks.requireAccess(caller, operation);
    }

    @Override
    public TaskPage listTasks(Caller caller, TaskQuery query) {
        return cloud.atomically(() -> tasks.list(caller, query));
    }

    @Override
    public Task getTask(Caller caller, TaskId id) {
        return cloud.atomically(() -> tasks.get(caller, id));
    }

    @Override
    public Task createTask(Caller caller, String typeWord, @Nullable Map<String, @Nullable Object> input) {
        boolean passes = tasks.passes(typeWord, input);
        return cloud.atomically(() -> tasks.create(caller, typeWord, input, passes));
    }

    @Override
    public ImageCacheState listCache(Caller caller) {
        return cloud.atomically(() -> cache.list(caller));
    }

    @Override
    public void cacheImage(Caller caller, ImageId id) {
        cloud.run(() -> cache.queue(caller, id));
    }

    @Override
    public void uncacheImage(Caller caller, ImageId id) {
        cloud.run(() -> cache.remove(caller, id));
    }

    @Override
    public void clearCache(Caller caller, String part) {
        cloud.run(() -> cache.clear(caller, part));
    }

    @Override
    public boolean hasOpenLocations() {
        return offered.hasOpenLocations();
    }

    @Override
    public List<ImageLocation> listLocations(Caller caller, ImageId id) {
        requireLocations(Operation.LIST_LOCATIONS, id);
        return cloud.atomically(() -> located.list(caller, id));
    }

    @Override
    public void addLocation(Caller caller, ImageId id, LocationCall call) {
        requireLocations(Operation.ADD_LOCATION, id);
        cloud.run(() -> located.add(caller, id, call));
    }

    private void requireLocations(Operation operation, ImageId id) {
        if (!offered.hasOpenLocations()) {
            throw law.notOffered(operation, id);
        }
    }

    @Override
    public Image create(Caller caller, NewImage image) {
        return cloud.atomically(() -> images.create(caller, image));
    }

    @Override
    public Image get(Caller caller, ImageId id) {
        return cloud.atomically(() -> images.get(caller, id));
    }

    @Override
    public Page<Image> list(Caller caller, ImageQuery query) {
        return cloud.atomically(() -> lists.list(caller, query));
    }

    @Override
    public Image update(Caller caller, ImageId id, ImagePatch patch, boolean strictAdd, Runnable goOn) {
        Set<String> addresses = locations.addresses(patch);
        if (!addresses.isEmpty()) {
            cloud.run(() -> images.requirePatchable(caller, id, patch, strictAdd));
        }
        Map<String, Long> found = locations.sizes(addresses, goOn);
        return cloud.atomically(() -> images.update(caller, id, patch, strictAdd, found));
    }

    @Override
    public void delete(Caller caller, ImageId id) {
        cloud.run(() -> images.delete(caller, id));
    }

    @Override
    public void addTag(Caller caller, ImageId id, String tag) {
        cloud.run(() -> images.addTag(caller, id, tag));
    }

    @Override
    public void removeTag(Caller caller, ImageId id, String tag) {
        cloud.run(() -> images.removeTag(caller, id, tag));
    }

    @Override
    public void deactivate(Caller caller, ImageId id) {
        cloud.run(() -> images.deactivate(caller, id));
    }

    @Override
    public void reactivate(Caller caller, ImageId id) {
        cloud.run(() -> images.reactivate(caller, id));
    }

    @Override
    public void upload(Caller caller, ImageId id, InputStream stream, @Nullable StoreId store) throws IOException {
        data.upload(caller, id, stream, store);
    }

    @Override
    public void stage(Caller caller, ImageId id, InputStream stream) throws IOException {
        imports.stage(caller, id, stream);
    }

    @Override
    public void importImage(Caller caller, ImageId id, ImportCall call) {
        imports.importImage(caller, id, call);
    }

    @Override
    public List<Task> imageTasks(Caller caller, ImageId id) {
        return cloud.atomically(() -> imports.tasks(caller, id));
    }

    @Override
    public List<ImportMethod> importMethods(Caller caller) {
        return cloud.atomically(() -> imports.methods(caller));
    }

    @Override
    public List<Store> stores(Caller caller) {
        return cloud.atomically(() -> imports.stores(caller, false));
    }

    @Override
    public List<Store> storeDetails(Caller caller) {
        return cloud.atomically(() -> imports.stores(caller, true));
    }

    @Override
    public void deleteFromStore(Caller caller, StoreId from, ImageId id) {
        cloud.run(() -> imports.deleteFromStore(caller, from, id));
    }

    @Override
    public ImportSettings imports() {
        return imported;
    }

    @Override
    public ImageDownload download(Caller caller, ImageId id, @Nullable ByteRange range) {
        return data.download(caller, id, range);
    }

    @Override
    public ImageDownload downloadPart(Caller caller, ImageId id, LongFunction<ByteRange> part) {
        return data.downloadPart(caller, id, part);
    }

    @Override
    public Member addMember(Caller caller, ImageId imageId, ProjectId memberId) {
        return cloud.atomically(() -> members.add(caller, imageId, memberId));
    }

    @Override
    public Member getMember(Caller caller, ImageId imageId, ProjectId memberId) {
        return cloud.atomically(() -> members.get(caller, imageId, memberId));
    }

    @Override
    public List<Member> listMembers(Caller caller, ImageId imageId) {
        return cloud.atomically(() -> members.list(caller, imageId));
    }

    @Override
    public Member updateMember(Caller caller, ImageId imageId, ProjectId memberId, String statusWord) {
        return cloud.atomically(() -> members.updateStatus(caller, imageId, memberId, statusWord));
    }

    @Override
    public void removeMember(Caller caller, ImageId imageId, ProjectId memberId) {
        cloud.run(() -> members.remove(caller, imageId, memberId));
    }

    /** Deletes what was put into temporary files. */
    @Override
    public void close() {
        store.close();
    }
}
