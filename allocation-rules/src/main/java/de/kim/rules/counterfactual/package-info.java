/** Who would have got which place, had other rules been in force. */
@NullMarked
package de.kim.rules.counterfactual;

import org.jspecify.annotations.NullMarked;
