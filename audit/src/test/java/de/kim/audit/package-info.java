@NullMarked
package de.kim.audit;

import org.jspecify.annotations.NullMarked;
