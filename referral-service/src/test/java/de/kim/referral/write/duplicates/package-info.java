@NullMarked
package de.kim.referral.write.duplicates;

import org.jspecify.annotations.NullMarked;
