@NullMarked
package de.kim.local.issuer;

import org.jspecify.annotations.NullMarked;
