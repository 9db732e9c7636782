package de.kim.events;

/**
 * Where a course takes place. {@code municipality} is the official municipality key (AGS, eight
 * digits); the coordinates are its or the venue's reference point in millionths of a degree (WGS
 * 84).
 */
public record Venue(String municipality, int latitudeE6, int longitudeE6, boolean accessible) {}
