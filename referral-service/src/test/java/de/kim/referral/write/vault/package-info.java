@NullMarked
package de.kim.referral.write.vault;

import org.jspecify.annotations.NullMarked;
