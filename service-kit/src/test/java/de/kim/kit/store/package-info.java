@NullMarked
package de.kim.kit.store;

import org.jspecify.annotations.NullMarked;
