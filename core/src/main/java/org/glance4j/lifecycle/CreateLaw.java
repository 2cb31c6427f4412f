package org.glance4j.lifecycle;

import static org.glance4j.lifecycle.Refusing.PERMITTED;
import static org.glance4j.lifecycle.Refusing.policyText;
import static org.glance4j.lifecycle.Refusing.refuse;

import java.util.Set;
import org.glance4j.auth.Role;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;

/**
 * What the service says to a request to create an image: the names of its fields, then right, then limits, then the id.
 *
 * <p>Source: {@code glance/api/v2/images.py} (create), {@code glance/api/v2/policy.py} (add_image), {@code
 * glance/quota/__init__.py}, 25.1.0.
 */
final class CreateLaw {
    /** The names that are refused before anything else; the other read-only ones are looked at after the right. */
    private static final Set<String> FIRST = Set.of("direct_url", "self", "file", "schema", "stores");

    private CreateLaw() {}

    static Decision decide(NewImage image, Case at) {
        Set<String> names = image.properties().keySet();
        for (String name : names) {
            if (FIRST.contains(name)) {
                return Fields.readOnly(name);
            }
        }
        for (String name : names) {
            if (Fields.isReserved(name)) {
                return Fields.reserved(name, UpdateLaw.DENIED);
            }
        }
        Decision right = right(image, at);
        return right instanceof Decision.Refused ? right : contents(image, at);
    }

    private static Decision right(NewImage image, Case at) {
        if (at.caller().isAdmin()) {
            return PERMITTED;
        }
        ProjectId owner = image.owner();
        boolean foreign = owner != null && !owner.equals(at.caller().project());
        String foreignText = "You are not permitted to create images owned by '" + owner + "'";
        if (!at.isLegacy()) {
            if (foreign) {
                return givesAway(UpdateLaw.DENIED + " " + foreignText);
            }
            if (!at.hasRole(Role.MEMBER)) {
                return Refusing.cannotWrite(null, policyText("add_image"));
            }
        }
        if (image.visibility() == Visibility.PUBLIC) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.ONLY_ADMIN_PUBLICIZES,
                    "only an admin can create a public image",
                    policyText("publicize_image"));
        }
        return foreign ? givesAway(foreignText + ".") : PERMITTED;
    }

    private static Decision contents(NewImage image, Case at) {
        Limits limits = at.facts().limits();
        int tags = image.tags().size();
        if (Limits.exceeds(tags, limits.tags())) {
            return ImageLaw.tagLimit(null, ImageLaw.tagLimitText(tags, limits));
        }
        for (String name : image.properties().keySet()) {
            if (Fields.isReadOnly(name)) {
                return Fields.readOnly(name);
            }
            if (name.equals(Fields.LOCATIONS)) {
                return Fields.reserved(name, null);
            }
        }
        int properties = Fields.counted(image.properties().keySet());
        if (Limits.exceeds(properties, limits.properties())) {
            return Fields.propertyLimit(properties, limits);
        }
        if (at.facts().idTaken()) {
            return refuse(
                    Refusal.CONFLICT,
                    Rule.IMAGE_ID_TAKEN,
                    "the id " + image.id() + " is, or once was, another image's",
                    "Image ID " + image.id() + " already exists!");
        }
        return PERMITTED;
    }

    private static Decision givesAway(String text) {
        return refuse(
                Refusal.FORBIDDEN,
                Rule.ONLY_ADMIN_GIVES_AWAY,
                "only an admin can create an image for another project",
                text);
    }
}
