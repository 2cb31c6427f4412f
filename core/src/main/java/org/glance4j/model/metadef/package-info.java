/**
 * The metadata-definition catalog: what properties images, flavors and other resources can have, as namespaces with objects,
 * properties and tags, and the types of resources that they are for. Open {@link org.glance4j.model.metadef.Namespace} first.
 *
 * <p>A namespace and everything in it has a name and no other key. One record stands both for what is there and for what is to
 * be made: what only the service sets is null in the latter, and not sent.
 */
@NullMarked
package org.glance4j.model.metadef;

import org.jspecify.annotations.NullMarked;
