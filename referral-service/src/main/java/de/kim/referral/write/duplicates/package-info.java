/** How it is found that two referrals are of one person, without looking at who the person is. */
@NullMarked
package de.kim.referral.write.duplicates;

import org.jspecify.annotations.NullMarked;
