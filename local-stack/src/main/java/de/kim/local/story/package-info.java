@NullMarked
package de.kim.local.story;

import org.jspecify.annotations.NullMarked;
