/**
 * How the CLI prints: {@link org.glance4j.cli.output.Listing} and {@link org.glance4j.cli.output.Details} as a table, as JSON
 * or as bare values, under the columns of the {@code openstack} client.
 */
@NullMarked
package org.glance4j.cli.output;

import org.jspecify.annotations.NullMarked;
