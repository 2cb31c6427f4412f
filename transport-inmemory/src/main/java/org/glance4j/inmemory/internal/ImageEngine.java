package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.ByteRange;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Member;
import org.glance4j.model.NewImage;
import org.glance4j.model.Page;
import org.glance4j.model.ProjectId;
import org.glance4j.model.ResourceUsage;
import org.glance4j.model.Schema;
import org.glance4j.model.SchemaName;
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

    /** Returns the versions of the API, with links that begin with a base. They need no caller. */
    ApiVersions versions(String base);

    List<ResourceUsage> usage(Caller caller);

    Schema schema(SchemaName name);

    Image create(Caller caller, NewImage image);

    Image get(Caller caller, ImageId id);

    /** Takes any word for visibility and membership status, and refuses the unknown ones as the service does. */
    Page<Image> list(Caller caller, ImageQuery query);

    /** Applies a patch; with {@code strictAdd} (media type v2.0) adding a field that is there is a conflict. */
    Image update(Caller caller, ImageId id, ImagePatch patch, boolean strictAdd);

    void delete(Caller caller, ImageId id);

    void addTag(Caller caller, ImageId id, String tag);

    void removeTag(Caller caller, ImageId id, String tag);

    void deactivate(Caller caller, ImageId id);

    void reactivate(Caller caller, ImageId id);

    /** Reads the data until its end once the checks have passed, not at all otherwise; does not close the stream. */
    void upload(Caller caller, ImageId id, InputStream data) throws IOException;

    ImageDownload download(Caller caller, ImageId id, @Nullable ByteRange range);

    Member addMember(Caller caller, ImageId imageId, ProjectId memberId);

    Member getMember(Caller caller, ImageId imageId, ProjectId memberId);

    List<Member> listMembers(Caller caller, ImageId imageId);

    /** Takes any word, and refuses the unknown ones as the service does, in its place in the order of checks. */
    Member updateMember(Caller caller, ImageId imageId, ProjectId memberId, String statusWord);

    void removeMember(Caller caller, ImageId imageId, ProjectId memberId);
}
