package de.kim.referral.write;

import java.time.LocalDate;

/** Where and on which day a seat is. */
public record TestDay(String host, LocalDate day) {}
