@NullMarked
package de.kim.issuer;

import org.jspecify.annotations.NullMarked;
