@NullMarked
package de.kim.kit.refusal;

import org.jspecify.annotations.NullMarked;
