@NullMarked
package de.kim.catalog;

import org.jspecify.annotations.NullMarked;
