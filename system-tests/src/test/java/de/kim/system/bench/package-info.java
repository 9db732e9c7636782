@NullMarked
package de.kim.system.bench;

import org.jspecify.annotations.NullMarked;
