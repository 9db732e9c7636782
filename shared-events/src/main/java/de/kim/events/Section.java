package de.kim.events;

import java.time.LocalDate;

/**
 * One section (Kursabschnitt, 100 UE) of a course. {@code number} counts from 1; the orientation
 * course is the last one. A person may enter at the start of any section that fits the test result.
 */
public record Section(int number, LocalDate begins, LocalDate ends) {}
