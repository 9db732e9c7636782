@NullMarked
package de.kim.notification.read;

import org.jspecify.annotations.NullMarked;
