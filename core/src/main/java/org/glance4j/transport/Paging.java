package org.glance4j.transport;

import java.util.List;
import java.util.function.Supplier;
import org.glance4j.error.Failure;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Operation;
import org.glance4j.model.Page;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of list is asked for, page by page. Of the service's own link only its presence is believed: for images it drops all
 * but the last of several tags.
 *
 * @param <T> what is listed
 * @param <K> what a page begins behind
 */
interface Paging<T, K> {

    /** Returns what the first page begins behind; null for the first of all. */
    @Nullable
    K start();

    /** Asks for the page behind a marker; for the first of all where there is none. */
    Answer<T> behind(@Nullable K marker);

    /** Returns the marker of the page behind an item. */
    K marker(T item);

    /** Returns what is known of a listing that the service has stopped advancing. */
    Failure.Builder stopped(K last);

    /** A page, and whether the service says that more may follow. */
    record Answer<T>(List<T> items, boolean mayGoOn) {}

    /** Pages of images. */
    record OfImages(Supplier<ImageOperations> images, ImageQuery query) implements Paging<Image, ImageId> {

        @Override
        public @Nullable ImageId start() {
            return query.marker();
        }

        @Override
        public Answer<Image> behind(@Nullable ImageId marker) {
            Page<Image> page = images.get().list(marker == null ? query : query.after(marker));
            return new Answer<>(page.items(), page.next().isPresent());
        }

        @Override
        public ImageId marker(Image image) {
            return image.id();
        }

        @Override
        public Failure.Builder stopped(ImageId last) {
            return Failure.of(Operation.LIST_IMAGES).imageId(last).advice(advice("images", "this one"));
        }
    }

    /** Pages of tasks. */
    record OfTasks(Supplier<TaskOperations> tasks, TaskQuery query) implements Paging<Task, TaskId> {

        @Override
        public @Nullable TaskId start() {
            return query.marker();
        }

        @Override
        public Answer<Task> behind(@Nullable TaskId marker) {
            TaskPage page = tasks.get().list(marker == null ? query : query.after(marker));
            return new Answer<>(page.items(), page.next().isPresent());
        }

        @Override
        public TaskId marker(Task task) {
            return task.id();
        }

        @Override
        public Failure.Builder stopped(TaskId last) {
            return Failure.of(Operation.LIST_TASKS).advice(advice("tasks", last.value()));
        }
    }

    /** Pages of namespaces. */
    record OfNamespaces(Supplier<NamespaceOperations> namespaces, NamespaceQuery query)
            implements Paging<Namespace, NamespaceName> {

        @Override
        public @Nullable NamespaceName start() {
            return query.marker();
        }

        @Override
        public Answer<Namespace> behind(@Nullable NamespaceName marker) {
            NamespacePage page = namespaces.get().list(marker == null ? query : query.after(marker));
            return new Answer<>(page.items(), page.next().isPresent());
        }

        @Override
        public NamespaceName marker(Namespace namespace) {
            return namespace.name();
        }

        @Override
        public Failure.Builder stopped(NamespaceName last) {
            return Failure.of(Operation.LIST_NAMESPACES).advice(advice("namespaces", last.value()));
        }
    }

    private static String advice(String what, String last) {
        return "the service answers with " + what + " that it gave before, up to " + last
                + ", instead of the page behind them; narrow the query so that it fits on one page";
    }
}
