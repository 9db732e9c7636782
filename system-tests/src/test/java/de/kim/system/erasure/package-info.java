@NullMarked
package de.kim.system.erasure;

import org.jspecify.annotations.NullMarked;
