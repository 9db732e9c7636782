@NullMarked
package de.kim.notification.write;

import org.jspecify.annotations.NullMarked;
