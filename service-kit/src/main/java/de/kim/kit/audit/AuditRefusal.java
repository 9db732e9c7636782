package de.kim.kit.audit;

import de.kim.kit.refusal.Refusal;

/** Why an auditor is not shown something, or a case is not opened. */
public enum AuditRefusal implements Refusal {
    AUDIT_CASE_MISSING(
            403,
            "Dafür läuft kein Prüfvorgang: zuerst einen mit Zweck und Frist eröffnen.",
            "No audit case covers this: open one first, with a purpose and an end."),
    AUDIT_CASE_PERIOD_INVALID(
            422,
            "Ein Prüfvorgang endet frühestens heute und spätestens in 30 Tagen.",
            "An audit case ends today at the earliest and in 30 days at the latest."),
    AUDIT_CASE_NOT_FOUND(404, "Diesen Prüfvorgang gibt es nicht.", "There is no such audit case."),
    AUDIT_CASE_FOUR_EYES(
            409,
            "Wer einen Prüfvorgang eröffnet hat, kann ihn nicht selbst genehmigen.",
            "Whoever opened an audit case cannot grant it.");

    private final int status;
    private final String german;
    private final String english;

    AuditRefusal(int status, String german, String english) {
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
