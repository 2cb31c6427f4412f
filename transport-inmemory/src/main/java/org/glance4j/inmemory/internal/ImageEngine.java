package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
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
 * The service behind both doors, the port's and HTTP's: every operation takes the caller and what the caller sent, raw, and
 * follows the service's order of checks. A refusal is a leaf of {@link org.glance4j.error.ImageServiceException} with the
 * HTTP status, the service's own text for the profile, and the one rule that refused.
 *
 * <p>Each operation is atomic; implementations are safe for use by several threads.
 */
public interface ImageEngine {

    Profile profile();

    /** The catalog of metadata definitions. */
    MetadefEngine metadefs();

    /** Returns the versions of the API, with links that begin with a base. They need no caller. */
    @Serves(Operation.LIST_VERSIONS)
    ApiVersions versions(String base);

    @Serves(Operation.GET_USAGE)
    List<ResourceUsage> usage(Caller caller);

    @Serves(Operation.GET_SCHEMA)
    Schema schema(SchemaName name);

    /** Refuses who may not work with tasks, which the service looks at before anything else. */
    void requireTasks(Caller caller, Operation operation);

    /** Refuses kinds of work and markers that the service does not list by. */
    @Serves(Operation.LIST_TASKS)
    TaskPage listTasks(Caller caller, TaskQuery query);

    @Serves(Operation.GET_TASK)
    Task getTask(Caller caller, TaskId id);

    /** Takes any kind of work and any input, and refuses what the service does not take. */
    @Serves(Operation.CREATE_TASK)
    Task createTask(Caller caller, String typeWord, @Nullable Map<String, @Nullable Object> input);

    @Serves(Operation.LIST_CACHE)
    ImageCacheState listCache(Caller caller);

    @Serves(Operation.CACHE_IMAGE)
    void cacheImage(Caller caller, ImageId id);

    @Serves(Operation.UNCACHE_IMAGE)
    void uncacheImage(Caller caller, ImageId id);

    /** Takes any word for a part of the cache, none for all of it, and refuses the unknown ones as the service does. */
    @Serves(Operation.CLEAR_CACHE)
    void clearCache(Caller caller, String part);

    /** Returns whether the site shows where data is, lets that be changed, and offers the operations on it. */
    boolean hasOpenLocations();

    /** Refuses, where locations are not open, as a service does that is older than the operation. */
    @Serves(Operation.LIST_LOCATIONS)
    List<ImageLocation> listLocations(Caller caller, ImageId id);

    /** Takes data from an address as time passes; refuses, where locations are not open, as an older service does. */
    @Serves(Operation.ADD_LOCATION)
    void addLocation(Caller caller, ImageId id, LocationCall call);

    @Serves(Operation.CREATE_IMAGE)
    Image create(Caller caller, NewImage image);

    @Serves(Operation.GET_IMAGE)
    Image get(Caller caller, ImageId id);

    /** Takes any word for visibility and membership status, and refuses the unknown ones as the service does. */
    @Serves(Operation.LIST_IMAGES)
    Page<Image> list(Caller caller, ImageQuery query);

    /**
     * Applies a patch; with {@code strictAdd} (media type v2.0) adding a field that is there is a conflict. What is found under its
     * addresses is read before anything changes; {@code goOn} throws where the call is to end meanwhile.
     */
    @Serves(Operation.UPDATE_IMAGE)
    Image update(Caller caller, ImageId id, ImagePatch patch, boolean strictAdd, Runnable goOn);

    @Serves(Operation.DELETE_IMAGE)
    void delete(Caller caller, ImageId id);

    @Serves(Operation.ADD_TAG)
    void addTag(Caller caller, ImageId id, String tag);

    @Serves(Operation.REMOVE_TAG)
    void removeTag(Caller caller, ImageId id, String tag);

    @Serves(Operation.DEACTIVATE_IMAGE)
    void deactivate(Caller caller, ImageId id);

    @Serves(Operation.REACTIVATE_IMAGE)
    void reactivate(Caller caller, ImageId id);

    /** Reads the data until its end once the checks have passed, not at all otherwise; does not close the stream. */
    @Serves(Operation.UPLOAD_DATA)
    void upload(Caller caller, ImageId id, InputStream data, @Nullable StoreId store) throws IOException;

    /** Reads the data until its end once the checks have passed, not at all otherwise; does not close the stream. */
    @Serves(Operation.STAGE_DATA)
    void stage(Caller caller, ImageId id, InputStream data) throws IOException;

    /** Accepts an import, which goes on by itself as time passes. */
    @Serves(Operation.IMPORT_IMAGE)
    void importImage(Caller caller, ImageId id, ImportCall call);

    @Serves(Operation.LIST_IMAGE_TASKS)
    List<Task> imageTasks(Caller caller, ImageId id);

    @Serves(Operation.LIST_IMPORT_METHODS)
    List<ImportMethod> importMethods(Caller caller);

    @Serves(Operation.LIST_STORES)
    List<Store> stores(Caller caller);

    @Serves(Operation.LIST_STORE_DETAILS)
    List<Store> storeDetails(Caller caller);

    @Serves(Operation.DELETE_FROM_STORE)
    void deleteFromStore(Caller caller, StoreId from, ImageId id);

    /** Returns how the service imports, and into what. */
    ImportSettings imports();

    @Serves(Operation.DOWNLOAD_DATA)
    ImageDownload download(Caller caller, ImageId id, @Nullable ByteRange range);

    /** Downloads the part that is chosen by the size of the data, which only who may read the data gets to know. */
    @Serves(Operation.DOWNLOAD_DATA)
    ImageDownload downloadPart(Caller caller, ImageId id, LongFunction<ByteRange> part);

    @Serves(Operation.ADD_MEMBER)
    Member addMember(Caller caller, ImageId imageId, ProjectId memberId);

    @Serves(Operation.GET_MEMBER)
    Member getMember(Caller caller, ImageId imageId, ProjectId memberId);

    @Serves(Operation.LIST_MEMBERS)
    List<Member> listMembers(Caller caller, ImageId imageId);

    /** Takes any word, and refuses the unknown ones as the service does, in its place in the order of checks. */
    @Serves(Operation.UPDATE_MEMBER)
    Member updateMember(Caller caller, ImageId imageId, ProjectId memberId, String statusWord);

    @Serves(Operation.REMOVE_MEMBER)
    void removeMember(Caller caller, ImageId imageId, ProjectId memberId);
}
