@NullMarked
package de.kim.reporting;

import org.jspecify.annotations.NullMarked;
