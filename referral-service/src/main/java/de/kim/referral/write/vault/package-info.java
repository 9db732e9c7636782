/** People's data, apart from everything else, and the keys without which it cannot be read. */
@NullMarked
package de.kim.referral.write.vault;

import org.jspecify.annotations.NullMarked;
