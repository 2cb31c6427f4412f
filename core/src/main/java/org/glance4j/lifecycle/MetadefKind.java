package org.glance4j.lifecycle;

import org.glance4j.model.Operation;
import org.jspecify.annotations.Nullable;

/** What of the metadata catalog an operation is about, with the service's own words for it. */
enum MetadefKind {
    NAMESPACE("namespace", "namespace", "Namespace %s not found"),
    OBJECT("object", "metadata object", "Could not find metadata object %s"),
    PROPERTY("property", "metadata property", "Could not find property %s"),
    TAG("tag", "metadata tag", "Could not find metadata tag %s"),
    ASSOCIATION("resource-type-association", "resource type", "Failed to find resource type %s to delete");

    private final String serviceWord;
    private final String phrase;
    private final String absence;

    MetadefKind(String serviceWord, String phrase, String absence) {
        this.serviceWord = serviceWord;
        this.phrase = phrase;
        this.absence = absence;
    }

    /** Returns what an operation is about; null for one that is not about the catalog. */
    static @Nullable MetadefKind of(Operation operation) {
        return switch (operation) {
            case CREATE_NAMESPACE, GET_NAMESPACE, LIST_NAMESPACES, UPDATE_NAMESPACE, DELETE_NAMESPACE -> NAMESPACE;
            case CREATE_METADEF_OBJECT,
                    GET_METADEF_OBJECT,
                    LIST_METADEF_OBJECTS,
                    UPDATE_METADEF_OBJECT,
                    DELETE_METADEF_OBJECT,
                    DELETE_METADEF_OBJECTS -> OBJECT;
            case CREATE_METADEF_PROPERTY,
                    GET_METADEF_PROPERTY,
                    LIST_METADEF_PROPERTIES,
                    UPDATE_METADEF_PROPERTY,
                    DELETE_METADEF_PROPERTY,
                    DELETE_METADEF_PROPERTIES -> PROPERTY;
            case CREATE_METADEF_TAG,
                    ADD_METADEF_TAGS,
                    REPLACE_METADEF_TAGS,
                    GET_METADEF_TAG,
                    LIST_METADEF_TAGS,
                    UPDATE_METADEF_TAG,
                    DELETE_METADEF_TAG,
                    DELETE_METADEF_TAGS -> TAG;
            case LIST_RESOURCE_TYPES,
                    LIST_RESOURCE_TYPE_ASSOCIATIONS,
                    ADD_RESOURCE_TYPE_ASSOCIATION,
                    REMOVE_RESOURCE_TYPE_ASSOCIATION -> ASSOCIATION;
            default -> null;
        };
    }

    /** Returns what the service says of one that is not there. */
    String absenceText(String name) {
        return absence.formatted(name);
    }

    /** Returns what the service says of one that is protected. */
    String protectionText(String name) {
        return "Metadata definition " + serviceWord + " " + name + " is protected and cannot be deleted.";
    }

    /** Returns what the service says where one is to be made and is there. */
    String presenceText(String namespace, String name) {
        return switch (this) {
            case NAMESPACE -> "The metadata definition namespace=" + namespace + " already exists.";
            case ASSOCIATION ->
                "The metadata definition resource-type association of resource-type=" + name + " to namespace="
                        + namespace + " already exists.";
            case TAG ->
                "A metadata tag with name=" + name + " already exists in namespace=" + namespace
                        + ". (Please note that metadata tag names are case insensitive).";
            default ->
                "A metadata definition " + serviceWord + " with name=" + name + " already exists in namespace="
                        + namespace + ".";
        };
    }

    /** Returns what the service says where one is to be given a name that is taken: of most kinds it tells the old name. */
    String collisionText(String namespace, String name, String newName) {
        return switch (this) {
            case TAG -> presenceText(namespace, newName);
            case NAMESPACE ->
                "Invalid update. It would result in a duplicate metadata definition namespace with the same name of "
                        + newName;
            default ->
                "Invalid update. It would result in a duplicate metadata definition " + serviceWord
                        + " with the same name=" + name + " in namespace=" + namespace + ".";
        };
    }

    /** Returns what it is called in this library's own sentences. */
    String phrase() {
        return phrase;
    }
}
