package de.kim.kit.door;

/**
 * The place of an event among all events.
 *
 * @param sequence gap-free from 1 per (source, subject)
 */
record Address(String source, String subject, long sequence) {}
