package org.glance4j.internal;

import org.glance4j.error.AlreadyMemberException;
import org.glance4j.error.ConflictException;
import org.glance4j.error.Failure;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageAlreadyExistsException;
import org.glance4j.error.ImageGoneException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.LimitExceededException;
import org.glance4j.error.MemberLimitExceededException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.error.MetadefAlreadyExistsException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.error.NotFoundException;
import org.glance4j.error.PropertyConflictException;
import org.glance4j.error.RangeNotSatisfiableException;
import org.glance4j.error.TagNotFoundException;
import org.glance4j.error.TaskNotFoundException;
import org.glance4j.error.UnauthorizedException;
import org.glance4j.error.UnsupportedMediaTypeException;
import org.glance4j.lifecycle.MetadefLaw;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The one table from operation and refusal to exception, so that every adapter throws the same. It looks at the status
 * only, never at the service's text, which differs between releases.
 */
public final class Refusals {
    private Refusals() {}

    /**
     * Returns the exception for a refused call.
     *
     * @param refusal how the service refused
     * @param failure what is known of the call
     * @return the exception, to be thrown
     */
    public static ImageServiceException exception(Refusal refusal, Failure failure) {
        return exception(refusal, failure, null);
    }

    /**
     * Returns the exception for a refused call.
     *
     * @param refusal how the service refused
     * @param failure what is known of the call
     * @param cause what it came from; null for none
     * @return the exception, to be thrown
     */
    public static ImageServiceException exception(Refusal refusal, Failure failure, @Nullable Throwable cause) {
        return switch (refusal) {
            case BAD_REQUEST -> new InvalidRequestException(failure, cause);
            case UNAUTHORIZED -> new UnauthorizedException(failure, cause);
            case FORBIDDEN -> new ForbiddenException(failure, cause);
            case NOT_FOUND -> notFound(failure, cause);
            case CONFLICT -> conflict(failure, cause);
            case GONE -> new ImageGoneException(failure, cause);
            case TOO_LARGE ->
                failure.operation() == Operation.ADD_MEMBER
                        ? new MemberLimitExceededException(failure, cause)
                        : new LimitExceededException(failure, cause);
            case UNSUPPORTED_MEDIA_TYPE -> new UnsupportedMediaTypeException(failure, cause);
            case RANGE_NOT_SATISFIABLE -> new RangeNotSatisfiableException(failure, cause);
        };
    }

    private static ImageServiceException notFound(Failure failure, @Nullable Throwable cause) {
        if (MetadefLaw.covers(failure.operation())) {
            return new MetadefNotFoundException(failure, cause);
        }
        return switch (failure.operation()) {
            case GET_MEMBER, UPDATE_MEMBER, REMOVE_MEMBER -> new MemberNotFoundException(failure, cause);
            case REMOVE_TAG -> new TagNotFoundException(failure, cause);
            case GET_TASK -> new TaskNotFoundException(failure, cause);
            case CREATE_IMAGE,
                    LIST_IMAGES,
                    AUTHENTICATE,
                    LIST_VERSIONS,
                    GET_USAGE,
                    GET_SCHEMA,
                    LIST_IMPORT_METHODS,
                    LIST_STORES,
                    LIST_STORE_DETAILS,
                    LIST_TASKS,
                    LIST_CACHE,
                    CLEAR_CACHE,
                    CREATE_TASK -> new NotFoundException(failure, cause);
            default -> new ImageNotFoundException(failure, cause);
        };
    }

    private static ImageServiceException conflict(Failure failure, @Nullable Throwable cause) {
        if (MetadefLaw.covers(failure.operation())) {
            return new MetadefAlreadyExistsException(failure, cause);
        }
        return switch (failure.operation()) {
            case ADD_MEMBER -> new AlreadyMemberException(failure, cause);
            case CREATE_IMAGE -> new ImageAlreadyExistsException(failure, cause);
            case UPLOAD_DATA, STAGE_DATA, IMPORT_IMAGE, ADD_LOCATION ->
                new ImageStatusConflictException(failure, cause);
            case UPDATE_IMAGE -> new PropertyConflictException(failure, cause);
            default -> new ConflictException(failure, cause);
        };
    }
}
