@NullMarked
package de.kim.kit.work;

import org.jspecify.annotations.NullMarked;
