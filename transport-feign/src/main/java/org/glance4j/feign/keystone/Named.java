package org.glance4j.feign.keystone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user or project, by id or by name within a domain; or a domain, by id or name.
 *
 * @param id the id; null where there is a name
 * @param name the name; null where there is an id
 * @param domainId the id of the domain that the name is in; null where there is an id or a domain name
 * @param domainName the name of the domain that the name is in; null where there is an id or a domain id
 */
public record Named(
        @Nullable String id,
        @Nullable String name,
        @Nullable String domainId,
        @Nullable String domainName) {

    /** Returns it as Identity v3 writes it; an id counts more than a name. */
    Map<String, Object> form() {
        if (id != null) {
            return Map.of("id", id);
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", String.valueOf(name));
        if (domainId != null) {
            form.put("domain", Map.of("id", domainId));
        } else if (domainName != null) {
            form.put("domain", Map.of("name", domainName));
        }
        return form;
    }
}
