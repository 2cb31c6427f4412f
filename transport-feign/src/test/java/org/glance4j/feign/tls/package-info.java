/** Tests of how PEM documents are read. */
@NullMarked
package org.glance4j.feign.tls;

import org.jspecify.annotations.NullMarked;
