package org.glance4j.cli.image;

import java.util.Optional;
import org.glance4j.model.MemberStatus;
import picocli.CommandLine.Option;

/** The options of which one at most says a membership status. picocli fills the fields. */
final class MembershipChoice {
    @Option(names = "--accept", description = "accept the image: it shows in the member's list")
    private boolean accept;

    @Option(names = "--reject", description = "reject the image: it stays out of the member's list")
    private boolean reject;

    @Option(names = "--pending", description = "leave the decision open again")
    private boolean pending;

    Optional<MemberStatus> status() {
        if (accept) {
            return Optional.of(MemberStatus.ACCEPTED);
        }
        if (reject) {
            return Optional.of(MemberStatus.REJECTED);
        }
        return pending ? Optional.of(MemberStatus.PENDING) : Optional.empty();
    }
}
