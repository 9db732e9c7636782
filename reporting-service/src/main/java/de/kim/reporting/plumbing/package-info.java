@NullMarked
package de.kim.reporting.plumbing;

import org.jspecify.annotations.NullMarked;
