@NullMarked
package de.kim.audit.note;

import org.jspecify.annotations.NullMarked;
