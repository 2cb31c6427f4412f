/** What the adapter does under load: data larger than the heap, and many threads over one client. */
@NullMarked
package org.glance4j.feign.load;

import org.jspecify.annotations.NullMarked;
