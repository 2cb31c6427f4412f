package org.glance4j.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears under its name only when all of its data is there and right, and on disk: until then the data is in another
 * file beside it. A symbolic link stays one, and the file that it leads to is replaced.
 */
final class FileTarget implements Target {
    /** Names of files are as short as 255 bytes, and a character takes up to four. */
    private static final int LONGEST_BEGINNING = 50;

    private final Path wanted;
    private final DownloadOptions options;
    private final RandomGenerator random;
    private Path file;
    private @Nullable Path part;
    private @Nullable FileChannel channel;
    private boolean isKept;

    FileTarget(Path wanted, DownloadOptions options, RandomGenerator random) {
        this.wanted = wanted;
        this.file = wanted;
        this.options = options;
        this.random = random;
    }

    @Override
    public void check() throws IOException {
        if (Files.exists(wanted)) {
            file = wanted.toRealPath();
            if (!Files.isRegularFile(file)) {
                throw new FileSystemException(wanted.toString(), null, "it is not a regular file");
            }
            if (!options.replacesExisting()) {
                throw new FileAlreadyExistsException(wanted.toString());
            }
        } else {
            file = wanted.toAbsolutePath();
            if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(wanted.toString(), null, "it is a link that leads nowhere");
            }
        }
        Path directory = directory();
        if (!Files.exists(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
    }

    private Path directory() {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    @Override
    public long begin(Expected expected, SideHash hash, Runnable step) throws IOException {
        // What no hash tells the beginning of is kept for nobody, and leaves alone what another download has kept.
        isKept = options.keepsPart() && expected.hash() != null;
        return isKept ? goOn(expected, hash, step) : fresh();
    }

    @Override
    public boolean beginsAnew() {
        return true;
    }

    private long fresh() throws IOException {
        String name = String.valueOf(file.getFileName());
        String beginning = name.substring(0, Math.min(name.length(), LONGEST_BEGINNING));
        Path beside =
                file.resolveSibling("." + beginning + "." + HexFormat.of().toHexDigits(random.nextLong()) + ".part");
        channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        part = beside;
        return 0;
    }

    private long goOn(Expected expected, SideHash hash, Runnable step) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        FileChannel opened = FileChannel.open(
                beside,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS));
        try {
            // The lock ends with the channel. Another download may have completed the file since it was opened.
            if (!isLocked(opened) || !Files.exists(beside)) {
                throw new FileSystemException(beside.toString(), null, "another download writes to it");
            }
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
        channel = opened;
        part = beside;
        Long sizeBytes = expected.sizeBytes();
        if (sizeBytes != null && opened.size() > sizeBytes) {
            opened.truncate(0);
        }
        return hashed(opened, hash, step);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static long hashed(FileChannel from, SideHash hash, Runnable step) throws IOException {
        long count = 0;
        for (int n = 0; n >= 0; ) {
            step.run();
            byte[] buffer = hash.buffer();
            n = from.read(ByteBuffer.wrap(buffer));
            hash.update(buffer, Math.max(0, n));
            count += Math.max(0, n);
        }
        return count;
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            throw new IOException("the download has not begun");
        }
        return channel;
    }

    @Override
    public void write(byte[] buffer, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
            open().write(bytes);
        }
    }

    @Override
    public void complete() throws IOException {
        Path complete = part;
        try (FileChannel synced = open()) {
            synced.force(true);
            if (complete != null && options.replacesExisting()) {
                Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
            } else if (complete != null) {
                moveUnlessThere(complete);
            }
            part = null;
        }
        syncDirectory();
    }

    /** A link fails where the name is taken, which a move does not on every system. */
    private void moveUnlessThere(Path complete) throws IOException {
        try {
            Files.createLink(file, complete);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(wanted.toString());
            }
            Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(complete);
    }

    private void syncDirectory() {
        try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Not every system opens directories; the file is in its place all the same.
            return;
        }
    }

    @Override
    public String abandon(boolean wrong) {
        Path left = part;
        if (channel == null || left == null) {
            return "nothing is left of it on disk";
        }
        try {
            channel.close();
            long size = Files.size(left);
            if (isKept && !wrong && size > 0) {
                return size + " bytes are kept in " + left;
            }
            Files.delete(left);
            part = null;
            return "nothing is left of it on disk";
        } catch (IOException e) {
            return "what has come is left in " + left;
        }
    }
}
