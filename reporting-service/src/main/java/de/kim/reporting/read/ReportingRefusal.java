package de.kim.reporting.read;

import de.kim.kit.refusal.Refusal;

/** Why reporting-service has no answer. */
public enum ReportingRefusal implements Refusal {
    PERIOD_INVALID(
            422,
            "Der Zeitraum ist ungültig: ein Quartal wie 2026Q4, oder from und until als Tage der"
                    + " Jahre 2000 bis 2100, from nicht nach until.",
            "The period is invalid: a quarter such as 2026Q4, or from and until as days of the"
                    + " years 2000 to 2100, from not after until."),
    REFERRAL_UNKNOWN(
            404, "Von dieser Zuweisung ist nichts bekannt.", "Nothing is known of this referral.");

    private final int status;
    private final String german;
    private final String english;

    ReportingRefusal(int status, String german, String english) {
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
