/**
 * The allocation rule (DESIGN.md §4) as pure functions: JDK and the vocabulary of {@code
 * de.kim.events} only, integer arithmetic, sorted input, the same bytes out for the same input.
 * Start at {@link de.kim.rules.ClearingRound}. docs/allocation-rules.md states the rule in words.
 */
@NullMarked
package de.kim.rules;

import org.jspecify.annotations.NullMarked;
