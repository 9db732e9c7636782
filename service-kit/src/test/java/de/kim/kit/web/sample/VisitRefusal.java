package de.kim.kit.web.sample;

import de.kim.kit.refusal.Refusal;

public enum VisitRefusal implements Refusal {
    CLOSED(409, "Es ist geschlossen.", "It is closed."),
    NO_SUCH_VISIT(404, "Diesen Besuch gibt es nicht.", "There is no such visit.");

    private final int status;
    private final String german;
    private final String english;

    VisitRefusal(int status, String german, String english) {
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
