package org.glance4j.feign.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of settings that was read.
 *
 * @param path its name
 * @param content what stands in it
 */
record ConfigFile(Path path, Node.Section content) {

    /** Opens a file. */
    @FunctionalInterface
    interface Opening {
        InputStream open(Path path) throws IOException;
    }

    /** Reads a file that is there. */
    static ConfigFile read(Path path, Opening opening, Consumer<String> warnings) {
        String text = text(path, opening);
        Node.Section content = path.toString().endsWith("json")
                ? JsonDocument.read(path, text, warnings)
                : YamlDocument.read(path, text, warnings);
        ConfigFile file = new ConfigFile(path, content);
        String secret = Secrets.first(content);
        if (secret != null && isOpenToOthers(path)) {
            warnings.accept(path + " holds a secret (" + secret
                    + ") and can be read by other users of this machine: chmod 600 " + path);
        }
        return file;
    }

    private static String text(Path path, Opening opening) {
        if (Files.isDirectory(path)) {
            throw Problems.of(path
                    + " is a directory, where a file of settings is looked for: move it away, or name another file "
                    + "with OS_CLIENT_CONFIG_FILE");
        }
        byte[] bytes;
        try (InputStream in = opening.open(path)) {
            bytes = in.readNBytes(Limits.MOST_BYTES + 1);
        } catch (AccessDeniedException e) {
            throw Problems.of(path + " may not be read by this user: give it to the user with chown, or move it away");
        } catch (IOException e) {
            throw Problems.of(path + " cannot be read: " + e.getClass().getSimpleName());
        }
        if (bytes.length > Limits.MOST_BYTES) {
            throw Problems.of(path + " is larger than " + (Limits.MOST_BYTES >> 20) + " MiB: no file of settings is");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problems.of(path + " is not UTF-8: save it in that encoding");
        }
    }

    private static boolean isOpenToOthers(Path path) {
        @Nullable Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(path);
        } catch (UnsupportedOperationException | IOException e) {
            // A file system without such permissions, which nothing can be said of.
            return false;
        }
        return permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ);
    }
}
