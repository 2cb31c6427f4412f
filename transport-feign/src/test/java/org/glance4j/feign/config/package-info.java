/** How settings are read, and what is made of files that are broken or hostile. */
@NullUnmarked
package org.glance4j.feign.config;

import org.jspecify.annotations.NullUnmarked;
