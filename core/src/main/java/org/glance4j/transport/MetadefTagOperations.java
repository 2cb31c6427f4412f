package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.NamespaceName;

/**
 * The operations on the tags of a namespace. Source: Image API v2, metadata definition tags; {@code
 * glance/api/v2/metadef_tags.py}, 25.1.0.
 */
public interface MetadefTagOperations {

    /**
     * Makes a tag, and returns it.
     *
     * @param namespace the namespace
     * @param name the tag
     * @return the tag
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the namespace has the tag
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if the tag is longer than 80 characters
     */
    MetadefTag create(NamespaceName namespace, String name);

    /**
     * Adds tags to those that are there, all or none, and returns them.
     *
     * @param namespace the namespace
     * @param names the tags to add; for none nothing changes
     * @return the added tags, in the same order, by name alone
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the namespace has one of the tags, or one is named twice
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.OperationNotOfferedException if the service is older than 2.15 and would replace the tags that are
     *     there; through {@code ImageClient} only, which knows the versions
     */
    List<MetadefTag> addAll(NamespaceName namespace, List<String> names);

    /**
     * Puts other tags in the place of all that are there, all or none, and returns them.
     * Tags are taken from a protected namespace too.
     *
     * @param namespace the namespace
     * @param names the tags; for none nothing changes, which is what the service does:
     *     {@link #deleteAll} empties
     * @return the tags, in the same order, by name alone
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.MetadefAlreadyExistsException if one is named twice
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     */
    List<MetadefTag> replaceAll(NamespaceName namespace, List<String> names);

    /**
     * Returns a tag.
     *
     * @param namespace the namespace
     * @param name the tag
     * @return the tag as it is now
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such tag or namespace, or the caller does not see the namespace
     */
    MetadefTag get(NamespaceName namespace, String name);

    /**
     * Returns all tags of a namespace, newest first.
     *
     * @param namespace the namespace
     * @return the tags, by name alone
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     */
    List<MetadefTag> list(NamespaceName namespace);

    /**
     * Gives a tag another name, and returns it.
     *
     * @param namespace the namespace
     * @param name the tag
     * @param newName the other name
     * @return the tag
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such tag or namespace, or the caller does not see the namespace
     * @throws org.glance4j.error.MetadefAlreadyExistsException if the new name is another tag's
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.InvalidRequestException if the new name is longer than 80 characters
     */
    MetadefTag rename(NamespaceName namespace, String name, String newName);

    /**
     * Deletes a tag.
     *
     * @param namespace the namespace
     * @param name the tag
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such tag or namespace, or the caller does not see the namespace
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    void delete(NamespaceName namespace, String name);

    /**
     * Deletes all tags of a namespace.
     *
     * @param namespace the namespace
     * @throws org.glance4j.error.MetadefNotFoundException if there is no such namespace or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin, or the namespace is protected
     */
    void deleteAll(NamespaceName namespace);
}
