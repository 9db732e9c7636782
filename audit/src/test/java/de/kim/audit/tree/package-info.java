@NullMarked
package de.kim.audit.tree;

import org.jspecify.annotations.NullMarked;
