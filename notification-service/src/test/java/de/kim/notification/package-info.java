@NullMarked
package de.kim.notification;

import org.jspecify.annotations.NullMarked;
