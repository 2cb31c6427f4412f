/**
 * The contract that every adapter of the port holds, published as core's test-jar. An adapter's tests extend {@link
 * org.glance4j.contract.ImageServiceContract}, give it a {@link org.glance4j.contract.ContractTarget} and register a {@link
 * org.glance4j.contract.ContractRun}, which fails when a statement did not run.
 */
@NullMarked
package org.glance4j.contract;

import org.jspecify.annotations.NullMarked;
