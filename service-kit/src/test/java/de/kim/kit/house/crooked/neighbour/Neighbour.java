package de.kim.kit.house.crooked.neighbour;

/** Another service. */
public record Neighbour() {}
