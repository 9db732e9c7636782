@NullMarked
package de.kim.events;

import org.jspecify.annotations.NullMarked;
