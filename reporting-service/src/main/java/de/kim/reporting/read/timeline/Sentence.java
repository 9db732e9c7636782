package de.kim.reporting.read.timeline;

/** What an event says, in plain German and English. */
record Sentence(String german, String english) {}
