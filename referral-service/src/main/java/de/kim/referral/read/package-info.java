/** What can be asked about referrals. */
@NullMarked
package de.kim.referral.read;

import org.jspecify.annotations.NullMarked;
