/**
 * Invented years of people and courses, by seed, through the real allocation rule: what a rulebook
 * would do, beside other rulebooks and other ways of giving out places (docs/simulator.md).
 */
@NullMarked
package de.kim.simulator;

import org.jspecify.annotations.NullMarked;
