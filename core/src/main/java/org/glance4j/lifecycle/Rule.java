package org.glance4j.lifecycle;

/** The rules by which the service refuses requests, one constant for each reason. */
public enum Rule {
    /** There is no such image, or it was deleted. */
    IMAGE_NOT_FOUND,
    /** The image is there, and the caller does not see it. */
    IMAGE_NOT_VISIBLE,
    /** Reading takes the role {@code reader}. */
    ROLE_CANNOT_READ,
    /** Changing anything takes the role {@code member}. */
    ROLE_CANNOT_WRITE,
    /** Reading image data takes the role {@code member}. */
    ROLE_CANNOT_DOWNLOAD,

    /** Only shared images have members. */
    IMAGE_NOT_SHARED,
    /** Members are added and removed by the image's owner. */
    ONLY_OWNER_CHANGES_MEMBERS,
    /** A member cannot end its own membership; it can only reject. */
    MEMBER_CANNOT_LEAVE,
    /** A member's status is set by the member itself. */
    ONLY_CONSUMER_SETS_STATUS,
    /** The project is no member of the image. */
    MEMBER_NOT_FOUND,
    /** A membership is seen by the member itself and by the image's owner. */
    MEMBER_NOT_VISIBLE,
    /** The project is a member of the image already. */
    ALREADY_MEMBER,
    /** The image has as many members as the service allows. */
    MEMBER_LIMIT,
    /** The wanted membership status is none of the three. */
    MEMBER_STATUS_UNKNOWN,

    /** An image is changed by its owner. */
    ONLY_OWNER_CHANGES_IMAGE,
    /** An image is made public by an admin. */
    ONLY_ADMIN_PUBLICIZES,
    /** An image is given to another project, or created for it, by an admin. */
    ONLY_ADMIN_GIVES_AWAY,
    /** The wanted id is, or once was, an image's. */
    IMAGE_ID_TAKEN,
    /** The image is protected from being deleted. */
    IMAGE_PROTECTED,
    /** The image's status cannot be followed by deletion. */
    IMAGE_NOT_DELETABLE,
    /** Only an active image can be deactivated. */
    IMAGE_NOT_ACTIVE,
    /** Only a deactivated image can be reactivated. */
    IMAGE_NOT_DEACTIVATED,

    /** The field is the service's own. */
    FIELD_READ_ONLY,
    /** The field's name is reserved. */
    FIELD_RESERVED,
    /** A standard field can be replaced, not removed. */
    FIELD_NOT_REMOVABLE,
    /** The field is there already. */
    FIELD_PRESENT,
    /** The custom property is not there. */
    PROPERTY_NOT_FOUND,
    /** The formats are fixed once there is data. */
    FORMATS_FIXED,
    /** Locations are not open to change. */
    LOCATIONS_CLOSED,
    /** Only an admin removes a location. */
    ONLY_ADMIN_REMOVES_LOCATIONS,
    /** Locations change only while the image is queued or active. */
    LOCATIONS_FIXED,
    /** The last location stays. */
    LAST_LOCATION,
    /** There is no location at this position. */
    LOCATION_NOT_FOUND,
    /** The image has the location already. */
    LOCATION_PRESENT,
    /** Locations are set at once only where there are none. */
    LOCATIONS_PRESENT,
    /** No data that the site would take is found under the address. */
    LOCATION_UNUSABLE,
    /** The image would have more locations than the service allows. */
    LOCATION_LIMIT,
    /** What is told of the data is not of the right form, or differs from what is known. */
    VALIDATION_DATA_REFUSED,
    /** Where data is, is shown to services only. */
    ONLY_SERVICE_SEES_LOCATIONS,
    /** The service is older than the operation. */
    OPERATION_NOT_OFFERED,
    /** The image does not have the tag. */
    TAG_NOT_FOUND,
    /** The image would have more tags than the service allows. */
    TAG_LIMIT,
    /** The image would have more custom properties than the service allows. */
    PROPERTY_LIMIT,

    /** Data can be uploaded only to a queued image. */
    IMAGE_NOT_QUEUED,
    /** Data can be uploaded only once both formats are set. */
    FORMATS_MISSING,
    /** A deactivated image's data can be read only by an admin. */
    IMAGE_DEACTIVATED,

    /** The visibility or the membership status to list is not one that the service knows. */
    LIST_FILTER_UNKNOWN,
    /** A page cannot have fewer than no images. */
    PAGE_LIMIT_NEGATIVE,
    /** There is no image of the id behind which the page is to start. */
    MARKER_NOT_FOUND,
    /** The image behind which the page is to start is not one that the caller sees. */
    MARKER_NOT_VISIBLE,

    /** The cloud opens tasks to admins only. */
    ONLY_ADMIN_WORKS_WITH_TASKS,
    /** There is no such task, or it has expired. */
    TASK_NOT_FOUND,
    /** The task works for another project. */
    TASK_NOT_VISIBLE,

    /** The cache is managed by admins. */
    ONLY_ADMIN_MANAGES_CACHE,
    /** The site has no cache. */
    SITE_WITHOUT_CACHE,

    /** A value is of the wrong type, too long, or none of the words for its field. */
    VALUE_NOT_ALLOWED,
    /** There is more data than the service takes for one image. */
    IMAGE_SIZE_LIMIT,
    /** The image was deleted while its data was uploaded. */
    IMAGE_DELETED_MEANWHILE,
    /** The range holds no byte of the data. */
    RANGE_OUTSIDE_DATA,

    /** The site does not enable the import method. */
    IMPORT_METHOD_UNKNOWN,
    /** The image's status does not go with the import method. */
    IMAGE_NOT_IMPORTABLE,
    /** Another import of the image is under way. */
    IMPORT_UNDER_WAY,
    /** The site's filters do not let the URI through. */
    URI_NOT_ALLOWED,
    /** An image's data is copied to further stores by an admin. */
    ONLY_ADMIN_COPIES,
    /** An image's data is deleted from a store by an admin. */
    ONLY_ADMIN_DELETES_FROM_STORE,
    /** How stores are configured is shown to an admin. */
    ONLY_ADMIN_SEES_STORES,
    /** The site has no such store. */
    STORE_UNKNOWN,
    /** The store takes no data. */
    STORE_READ_ONLY,
    /** The stores are named in more than one way. */
    STORES_AMBIGUOUS,
    /** The store holds the image already. */
    STORE_HOLDS_IMAGE,
    /** The site has one store only. */
    ONE_STORE_ONLY,
    /** The image is not in the store. */
    IMAGE_NOT_IN_STORE,
    /** No other store holds the image. */
    LAST_STORE,
    /** There is no such namespace. */
    NAMESPACE_NOT_FOUND,
    /** The namespace is there, and the caller does not see it. */
    NAMESPACE_NOT_VISIBLE,
    /** Neither a protected namespace nor anything in it can be deleted. */
    NAMESPACE_PROTECTED,
    /** There is nothing of the name in the namespace. */
    METADEF_NOT_FOUND,
    /** The name is taken. */
    METADEF_NAME_TAKEN,
    /** The catalog of metadata definitions is changed by an admin. */
    ONLY_ADMIN_CHANGES_METADEFS
}
