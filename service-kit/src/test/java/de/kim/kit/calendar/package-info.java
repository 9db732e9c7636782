@NullMarked
package de.kim.kit.calendar;

import org.jspecify.annotations.NullMarked;
