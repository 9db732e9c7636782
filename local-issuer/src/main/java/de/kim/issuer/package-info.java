/** A small OpenID provider for one machine, on Spring Authorization Server. */
@NullMarked
package de.kim.issuer;

import org.jspecify.annotations.NullMarked;
