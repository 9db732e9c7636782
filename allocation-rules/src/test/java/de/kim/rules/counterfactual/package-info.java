@NullMarked
package de.kim.rules.counterfactual;

import org.jspecify.annotations.NullMarked;
