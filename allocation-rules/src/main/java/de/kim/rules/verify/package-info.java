/**
 * The second pair of eyes: proves a round's outcome from the raw input. It shares the input and
 * outcome types with the matcher and nothing else (an ArchUnit test holds it to that), so that one
 * mistake is not made twice.
 */
@NullMarked
package de.kim.rules.verify;

import org.jspecify.annotations.NullMarked;
