package org.glance4j.feign;

import java.util.List;
import org.glance4j.model.metadef.MetadefTag;

/**
 * The body of a request that names many tags.
 *
 * @param tags the tags
 */
record MetadefTags(List<MetadefTag> tags) {

    static MetadefTags of(List<String> names) {
        return new MetadefTags(names.stream().map(MetadefTag::of).toList());
    }
}
