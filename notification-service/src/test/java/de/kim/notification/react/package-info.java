@NullMarked
package de.kim.notification.react;

import org.jspecify.annotations.NullMarked;
