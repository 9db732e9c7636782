/** Wiring; nobody reads it to learn the domain. */
@NullMarked
package de.kim.referral.plumbing;

import org.jspecify.annotations.NullMarked;
