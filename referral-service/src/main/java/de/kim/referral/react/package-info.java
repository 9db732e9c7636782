/** Policies: what an event of another service leads to here. */
@NullMarked
package de.kim.referral.react;

import org.jspecify.annotations.NullMarked;
