@NullMarked
package de.kim.referral.write;

import org.jspecify.annotations.NullMarked;
