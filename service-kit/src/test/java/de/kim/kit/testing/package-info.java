/** Real infrastructure for the tests of the kit and of the services. */
@NullMarked
package de.kim.kit.testing;

import org.jspecify.annotations.NullMarked;
