package org.glance4j.cli.session;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.glance4j.inmemory.http.Seed;

/** Reads what a cloud in memory holds at its start. */
public final class Seeds {
    /** The name of the seed that is shipped. */
    public static final String DOCS = "docs";

    private Seeds() {}

    /**
     * Returns a seed.
     *
     * @param fileOrDocs a file's name, or {@link #DOCS} for the shipped one
     * @return the seed
     * @throws SetupException if the file cannot be read or holds no seed
     */
    public static Seed read(String fileOrDocs) {
        if (fileOrDocs.equals(DOCS)) {
            return Seed.docs();
        }
        try {
            return Seed.read(Path.of(fileOrDocs));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new SetupException("there is no seed " + fileOrDocs + ": it is a JSON file, or docs", e);
        } catch (IOException e) {
            throw new SetupException("cannot read the seed " + fileOrDocs + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw bad(fileOrDocs, e);
        }
    }

    /**
     * Returns the exception for a seed that cannot be planted.
     *
     * @param fileOrDocs the seed's name
     * @param problem what is wrong with it
     * @return the exception, to be thrown
     */
    public static SetupException bad(String fileOrDocs, IllegalArgumentException problem) {
        return new SetupException("the seed " + fileOrDocs + " is no use: " + problem.getMessage(), problem);
    }
}
