@NullMarked
package de.kim.catalog.read;

import org.jspecify.annotations.NullMarked;
