package org.glance4j.feign;

/**
 * The routes of the catalog of metadata definitions.
 *
 * @param namespaces those of namespaces
 * @param objects those of their objects
 * @param properties those of their properties
 * @param tags those of their tags
 * @param resourceTypes those of types of resources
 */
record MetadefApis(
        NamespacesApi namespaces,
        MetadefObjectsApi objects,
        MetadefPropertiesApi properties,
        MetadefTagsApi tags,
        ResourceTypesApi resourceTypes) {}
