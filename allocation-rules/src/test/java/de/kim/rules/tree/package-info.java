@NullMarked
package de.kim.rules.tree;

import org.jspecify.annotations.NullMarked;
