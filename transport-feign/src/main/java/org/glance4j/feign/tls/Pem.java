package org.glance4j.feign.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.glance4j.auth.Secret;

/**
 * The blocks of a PEM document and the name that messages call it by. What stands between the blocks is a comment.
 *
 * @param name the setting and, for a file, its path
 * @param blocks the blocks, in the document's order
 */
record Pem(String name, List<Block> blocks) {
    /** A bundle of every authority there is takes a quarter of a mebibyte. */
    private static final int LONGEST = 4 << 20;

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    /** What begins an ASN.1 sequence, as every certificate and key without PEM around it does. */
    private static final int SEQUENCE = 0x30;

    Pem {
        blocks = List.copyOf(blocks);
    }

    /** One block: what it says it is, and the text of it, which may be a key. */
    record Block(String label, Secret text) {

        /** Older keys carry headers in front of their bytes, which say how they are encrypted. */
        boolean isEncrypted() {
            return text.reveal().indexOf(':') >= 0;
        }

        byte[] der(String name) {
            try {
                return Base64.getDecoder().decode(text.reveal().replaceAll("\\s+", ""));
            } catch (IllegalArgumentException e) {
                // The cause is left out: it quotes the text.
                throw new TlsSettingsException(name + " has a " + label + " block that is not Base64", null);
            }
        }
    }

    static Pem of(String setting, Path file) {
        String name = setting + " " + file;
        if (Files.isDirectory(file)) {
            throw new TlsSettingsException(name + " is a directory: name a PEM file", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(name, new String(in.readNBytes(LONGEST + 1), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new TlsSettingsException(name + " does not exist: is the path right?", e);
        } catch (AccessDeniedException e) {
            throw new TlsSettingsException(name + " may not be read by this user", e);
        } catch (IOException e) {
            throw new TlsSettingsException(name + " cannot be read", e);
        }
    }

    /** Reads a document that has one character for each byte. */
    static Pem of(String name, String text) {
        if (text.length() > LONGEST) {
            throw new TlsSettingsException(name + " is longer than 4 MiB, which no PEM document is", null);
        }
        List<Block> blocks = new ArrayList<>();
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at)) {
            int label = at + BEGIN.length();
            int body = text.indexOf(DASHES, label);
            String said = body < 0 ? "" : text.substring(label, body);
            String end = DASHES + "END " + said + DASHES;
            int after = body < 0 ? -1 : text.indexOf(end, body);
            if (after < 0) {
                throw new TlsSettingsException(name + " breaks off inside its block " + (blocks.size() + 1), null);
            }
            blocks.add(new Block(said, Secret.of(text.substring(body + DASHES.length(), after))));
            at = after + end.length();
        }
        if (blocks.isEmpty()) {
            String form = !text.isEmpty() && text.charAt(0) == SEQUENCE
                    ? " looks like DER and not like PEM: convert it, for example with openssl x509 -inform der"
                    : " holds no PEM block (-----BEGIN …-----)";
            throw new TlsSettingsException(name + form, null);
        }
        return new Pem(name, blocks);
    }

    List<Block> with(Predicate<String> label) {
        return blocks.stream().filter(block -> label.test(block.label())).toList();
    }

    /** Says what there is, for a message. */
    String labels() {
        return String.join(", ", blocks.stream().map(Block::label).distinct().toList());
    }
}
