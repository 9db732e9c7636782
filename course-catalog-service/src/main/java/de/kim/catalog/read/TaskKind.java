package de.kim.catalog.read;

/** What a provider can have to do next about its courses; the names are stable codes. */
public enum TaskKind {
    /** Places count as said just now for seven days (§ 20(5) IntV). */
    CONFIRM_PLACES("Freie Plätze bestätigen", "Confirm the free places"),
    /** The start has to be reported within a week, with whoever accepted: came, or did not. */
    REPORT_START(
            "Kursbeginn melden: wer begonnen hat und wer nicht gekommen ist",
            "Report the start: who began and who did not come"),
    /** The last section is over. */
    COMPLETE_COURSE("Kursende melden", "Report the end of the course");

    private final String german;
    private final String english;

    TaskKind(String german, String english) {
        this.german = german;
        this.english = english;
    }

    public String german() {
        return german;
    }

    public String english() {
        return english;
    }
}
