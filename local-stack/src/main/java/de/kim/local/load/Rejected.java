package de.kim.local.load;

/** A row that was not taken: its line and why. */
public record Rejected(int line, String why) {}
