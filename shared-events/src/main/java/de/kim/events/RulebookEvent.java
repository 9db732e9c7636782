package de.kim.events;

/** What is said about the rules, on {@code kim.rulebook}. */
public sealed interface RulebookEvent extends PublicEvent permits RulebookPublished {}
