/** Calendars for whoever has a programme for them. */
@NullMarked
package de.kim.kit.calendar;

import org.jspecify.annotations.NullMarked;
