/** Sign-in on this machine: the sample's accounts, and the process that checks them. */
@NullMarked
package de.kim.local.issuer;

import org.jspecify.annotations.NullMarked;
