@NullMarked
package de.kim.catalog.write;

import org.jspecify.annotations.NullMarked;
