/** Holds the Feign transport to the contract, on the in-memory service over HTTP and on a real Keystone and Glance. */
@NullMarked
package org.glance4j.feign.contract;

import org.jspecify.annotations.NullMarked;
