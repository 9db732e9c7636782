@NullMarked
package de.kim.referral;

import org.jspecify.annotations.NullMarked;
