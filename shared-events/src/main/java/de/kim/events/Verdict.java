package de.kim.events;

/** What the verifier found on one property of a round. */
public record Verdict(String property, boolean holds, String detail) {}
