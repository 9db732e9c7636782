/** Commands on referrals, the aggregate that decides them, and the vault of people's data. */
@NullMarked
package de.kim.referral.write;

import org.jspecify.annotations.NullMarked;
