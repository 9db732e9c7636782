@NullMarked
package de.kim.rules;

import org.jspecify.annotations.NullMarked;
