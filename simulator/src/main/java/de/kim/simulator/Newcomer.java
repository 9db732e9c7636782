package de.kim.simulator;

import de.kim.rules.Person;
import java.time.LocalDate;

/**
 * Somebody who registers.
 *
 * @param person as they join the waiting list
 * @param testedOn day of the placement test, from which they take part in rounds
 */
record Newcomer(Person person, LocalDate testedOn) {}
