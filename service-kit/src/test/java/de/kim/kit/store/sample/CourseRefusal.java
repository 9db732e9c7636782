package de.kim.kit.store.sample;

import de.kim.kit.refusal.Refusal;

/** Why a {@link Course} refuses. */
public enum CourseRefusal implements Refusal {
    FULL,
    NOT_A_PARTICIPANT,
    ALWAYS;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String german() {
        return "Das geht nicht.";
    }

    @Override
    public String english() {
        return "This cannot be done.";
    }
}
