/** Holds the in-memory service to the contract, without a socket. */
@NullMarked
package org.glance4j.inmemory.contract;

import org.jspecify.annotations.NullMarked;
