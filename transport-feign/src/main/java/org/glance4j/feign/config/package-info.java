/**
 * Where the settings of a connection come from: {@code clouds.yaml} and its companions, the {@code OS_*} variables, and what the
 * application sets itself, in the order of openstacksdk. Start with {@link org.glance4j.feign.config.CloudConfig}.
 */
@NullMarked
package org.glance4j.feign.config;

import org.jspecify.annotations.NullMarked;
