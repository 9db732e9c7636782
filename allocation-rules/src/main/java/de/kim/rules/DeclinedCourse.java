package de.kim.rules;

import java.util.UUID;

/**
 * A course the person declined, at the {@link Course#version()} it had then: a change of date,
 * times or venue raises the version and with it offers the course anew.
 */
public record DeclinedCourse(UUID courseId, int version) {}
