package org.glance4j.cli.cached;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.glance4j.cli.output.Listing;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Session;
import org.glance4j.model.CachedImage;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cached image list}. */
@Command(name = "list", description = "List the images whose data is in the cache, and those that are to be put there.")
final class ListCachedImages implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("ID", "State", "Last Accessed (UTC)", "Last Modified (UTC)", "Size", "Hits");
    private static final String NONE = "N/A";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter FINER =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Session session;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ListCachedImages(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check(COLUMNS);
        return session.run((cloud, shell) ->
                shell.print(output.render(listing(cloud.client().imageCache().list()))));
    }

    private static Listing listing(ImageCacheState state) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (CachedImage image : state.cached()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(image.imageId().value());
            row.add("cached");
            row.add(time(image.lastAccessed()));
            row.add(time(image.lastModified()));
            row.add(image.sizeBytes());
            row.add(image.hits());
            rows.add(row);
        }
        for (ImageId queued : state.queued()) {
            rows.add(List.of(queued.value(), "queued", NONE, NONE, NONE, NONE));
        }
        return new Listing(COLUMNS, rows);
    }

    /** As Python writes a time without a zone: with microseconds where there are any. */
    private static @Nullable String time(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        return (local.get(ChronoField.MICRO_OF_SECOND) == 0 ? SECONDS : FINER).format(local);
    }
}
