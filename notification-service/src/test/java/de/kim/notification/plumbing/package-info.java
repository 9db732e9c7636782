@NullMarked
package de.kim.notification.plumbing;

import org.jspecify.annotations.NullMarked;
