package org.glance4j.inmemory.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.glance4j.lifecycle.Limits;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ImageId;

/**
 * What makes one cloud differ from another.
 *
 * @param clock what tells the time
 * @param ids what makes the ids of images that come without one
 * @param requestIds what makes the request ids that refusals carry
 * @param profile the authorization rules
 * @param limits how many members, tags and properties an image may have
 * @param imageSizeCapBytes the most data that an image may have
 * @param memoryBudgetBytes how much data is kept in the heap, of all images together
 * @param temporaryDirectory where the data beyond that goes
 * @param imports how it imports, and into what
 * @param offered what it offers beyond what all clouds do
 */
public record EngineSettings(
        InstantSource clock,
        Supplier<ImageId> ids,
        Supplier<String> requestIds,
        Profile profile,
        Limits limits,
        long imageSizeCapBytes,
        long memoryBudgetBytes,
        Path temporaryDirectory,
        ImportSettings imports,
        Site offered) {}
