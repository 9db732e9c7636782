/** A small service, to try the front door on. */
@NullMarked
package de.kim.kit.web.sample;

import org.jspecify.annotations.NullMarked;
