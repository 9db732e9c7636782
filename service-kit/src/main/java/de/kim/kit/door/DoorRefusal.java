package de.kim.kit.door;

import de.kim.kit.refusal.Refusal;

/** What the doors refuse. */
public enum DoorRefusal implements Refusal {
    DEAD_LETTER_NOT_FOUND(
            404,
            "Diesen Eintrag gibt es nicht oder nicht mehr.",
            "There is no such dead letter, or no more.");

    private final int status;
    private final String german;
    private final String english;

    DoorRefusal(int status, String german, String english) {
        this.status = status;
        this.german = german;
        this.english = english;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String german() {
        return german;
    }

    @Override
    public String english() {
        return english;
    }
}
