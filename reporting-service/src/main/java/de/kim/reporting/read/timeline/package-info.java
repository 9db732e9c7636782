@NullMarked
package de.kim.reporting.read.timeline;

import org.jspecify.annotations.NullMarked;
