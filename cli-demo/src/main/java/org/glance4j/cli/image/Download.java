package org.glance4j.cli.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.glance4j.transport.ImageDownload;

/** Writes downloaded data, and compares it with the checksum that the service gave. */
final class Download {
    private Download() {}

    /** Copies the data; it fails at the end if what arrived is not what the service holds. */
    static void copy(ImageDownload download, OutputStream out) throws IOException {
        MessageDigest md5 = md5();
        InputStream in = new DigestInputStream(download.stream(), md5);
        in.transferTo(out);
        out.flush();
        String found = HexFormat.of().formatHex(md5.digest());
        String wanted = download.checksum().orElse(found);
        if (!wanted.equalsIgnoreCase(found)) {
            throw new IOException("its MD5 is " + found + ", and the service says " + wanted);
        }
    }

    /** Writes the data beside the file, and puts it in the file's place once it is all there. */
    static void save(ImageDownload download, Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(download, out);
            }
            return;
        }
        Path part = file.resolveSibling(
                file.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            try (OutputStream out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                copy(download, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** What the file system means: its messages are often no more than the file's name. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no directory for " + e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to write " + e.getMessage();
        }
        return String.valueOf(e.getMessage());
    }

    @SuppressWarnings("MD5") // the checksum that the Image API gives
    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
