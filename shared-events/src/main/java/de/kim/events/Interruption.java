package de.kim.events;

import java.time.LocalDate;

/** Days without lessons, such as school holidays; {@code from}–{@code until} inclusive. */
public record Interruption(LocalDate from, LocalDate until) {}
