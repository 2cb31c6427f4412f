package org.glance4j.cli.image;

import java.util.regex.Pattern;
import org.glance4j.cli.session.Cloud;
import org.glance4j.cli.session.Cloud.LookupRefusedException;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Shell;
import org.glance4j.model.ProjectId;

/** Finds the project that an argument means, as the {@code openstack} client does. */
final class ProjectArgument {
    /** What the identity service makes: 32 hexadecimal digits, dashed or not. Nobody names a project so. */
    private static final Pattern ID = Pattern.compile(
            "[0-9a-fA-F]{32}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Pattern ADDRESSABLE = Pattern.compile("(?!\\s*$|\\.{1,2}$)[^/\\p{Cntrl}]+");

    private ProjectArgument() {}

    /**
     * Returns the id that an argument means. The Image service takes any text for an id, so where names cannot be looked up
     * the argument is taken as an id, with a warning.
     */
    static ProjectId resolve(Cloud cloud, Shell shell, String idOrName) {
        if (ID.matcher(idOrName).matches()) {
            return ProjectId.of(idOrName);
        }
        try {
            return cloud.findProject(idOrName)
                    .orElseThrow(() -> new CommandFailedException("no project has the id or name " + idOrName));
        } catch (LookupRefusedException e) {
            // What no path can carry is refused with the next call, which says why.
            if (ADDRESSABLE.matcher(idOrName).matches()) {
                shell.say("warning: taking " + idOrName + " as a project's id, for " + e.getMessage());
            }
            return ProjectId.of(idOrName);
        }
    }
}
