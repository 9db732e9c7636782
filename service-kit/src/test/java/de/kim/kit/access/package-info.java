@NullMarked
package de.kim.kit.access;

import org.jspecify.annotations.NullMarked;
