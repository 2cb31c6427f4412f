package org.glance4j.cli.image;

import org.glance4j.model.ImageQuery;
import org.glance4j.model.Visibility;
import picocli.CommandLine.Option;

/** The options of which one at most says what to list. picocli fills the fields. */
final class ListedVisibility {
    @Option(names = "--public", description = "list public images only")
    private boolean isPublic;

    @Option(names = "--private", description = "list the caller's private images only")
    private boolean isPrivate;

    @Option(names = "--community", description = "list community images only, others' too")
    private boolean community;

    @Option(names = "--shared", description = "list shared images only, the caller's own and others'")
    private boolean shared;

    @Option(names = "--all", description = "list images of every visibility, others' community images too")
    private boolean all;

    void addTo(ImageQuery.Builder query) {
        if (isPublic) {
            query.visibility(Visibility.PUBLIC);
        }
        if (isPrivate) {
            query.visibility(Visibility.PRIVATE);
        }
        if (community) {
            query.visibility(Visibility.COMMUNITY);
        }
        if (shared) {
            query.visibility(Visibility.SHARED);
        }
        if (all) {
            query.anyVisibility();
        }
    }
}
