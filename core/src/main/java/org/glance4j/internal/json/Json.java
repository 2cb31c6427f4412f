package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Opens and closes JSON documents, within the limits that keep a broken or hostile peer from filling the heap. */
public final class Json {
    private static final long LONGEST_DOCUMENT = 16L << 20;
    private static final int DEEPEST_NESTING = 64;
    private static final long MOST_TOKENS = 2_000_000;
    private static final int LONGEST_STRING = 1 << 20;

    /** Names come from peers, so they are not interned; locations in messages do not quote the document. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(limits())
            .build();

    private Json() {}

    /**
     * Returns the limits that every document is read with: 16 MiB, 64 levels, 2,000,000 tokens, 2^20 characters in a string, and
     * Jackson's own for numbers (1,000 digits) and names (50,000 characters).
     *
     * @return the limits
     */
    public static StreamReadConstraints limits() {
        return StreamReadConstraints.builder()
                .maxDocumentLength(LONGEST_DOCUMENT)
                .maxNestingDepth(DEEPEST_NESTING)
                .maxTokenCount(MOST_TOKENS)
                .maxStringLength(LONGEST_STRING)
                .build();
    }

    /** Reads the value that the parser's current token begins. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    /** Writes one value. */
    @FunctionalInterface
    interface Writing {
        void write(JsonGenerator generator) throws IOException;
    }

    /** Reads the one value of a document; an {@link IOException} is the stream's own. Does not close the stream. */
    static <T> T read(InputStream document, Reading<T> reading) throws IOException {
        try (JsonParser parser = FACTORY.createParser(document)) {
            return whole(parser, reading);
        } catch (JsonProcessingException | CharConversionException e) {
            throw malformed(e);
        }
    }

    static <T> T read(byte[] document, Reading<T> reading) {
        try (JsonParser parser = FACTORY.createParser(document)) {
            return whole(parser, reading);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private static <T> T whole(JsonParser parser, Reading<T> reading) throws IOException {
        if (parser.nextToken() == null) {
            throw new WireFormatException("the document is empty");
        }
        T value = reading.read(parser);
        if (parser.nextToken() != null) {
            throw new WireFormatException("more follows the end of the document");
        }
        return value;
    }

    private static WireFormatException malformed(IOException e) {
        String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new WireFormatException("the document is not well-formed: " + reason, e);
    }

    static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            writing.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns a parser over bytes in memory, for a reader that stops before the end. */
    static JsonParser parser(byte[] document, int length) throws IOException {
        return FACTORY.createParser(document, 0, length);
    }

    /** Returns the value, or says which field is missing. */
    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new WireFormatException("the field " + field + " is missing");
        }
        return value;
    }
}
