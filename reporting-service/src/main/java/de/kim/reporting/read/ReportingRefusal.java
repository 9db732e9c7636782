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
    PERIOD_IN_FUTURE(422, "Der Zeitraum hat noch nicht begonnen.", "The period has not begun yet."),
    AS_OF_INVALID(
            422,
            "Dieser Zeitpunkt liegt in der Zukunft oder vor dem ersten Prüfpunkt des Journals.",
            "This instant is in the future, or before the first checkpoint of the ledger."),
    QUARTER_NOT_OVER(
            409,
            "Das Quartal ist noch nicht zu Ende und kann nicht abgeschlossen werden.",
            "The quarter is not over yet and cannot be closed."),
    QUARTER_NOT_CLOSED(
            404,
            "Dieses Quartal ist noch nicht abgeschlossen.",
            "This quarter has not been closed yet."),
    PROVIDER_UNKNOWN(
            404,
            "Von diesem Träger gibt es in diesem Bericht keine Seite.",
            "This report has no page of this provider."),
    FIGURE_UNKNOWN(
            404,
            "Keine Zahl dieses Namens zählt Zuweisungen; Namen sind wie courseType.GENERAL.started.",
            "No figure of this name counts referrals; names are like courseType.GENERAL.started."),
    REPORT_BUSY(
            429,
            "Gerade werden schon mehrere Berichte erstellt; gleich noch einmal fragen.",
            "Several reports are being made already; ask again in a moment."),
    REFERRAL_UNKNOWN(
            404, "Von dieser Zuweisung ist nichts bekannt.", "Nothing is known of this referral."),
    EVENT_UNCLEAR(
            422,
            "Gefragt wird nach einem Ereignis: entweder event oder index.",
            "Ask for one event: either event or index."),
    EVENT_UNKNOWN(
            404, "Dieses Ereignis steht nicht im Journal.", "This event is not in the ledger."),
    DECISION_UNKNOWN(
            404,
            "Im Journal steht noch keine Entscheidung über diese Zuweisung.",
            "The ledger has no decision on this referral yet."),
    EVENT_NOT_SIGNED_YET(
            409,
            "Das Ereignis ist neuer als der letzte Prüfpunkt; gleich noch einmal fragen.",
            "The event is newer than the last checkpoint; ask again in a moment."),
    TREE_SIZE_INVALID(
            422,
            "Größen des Journals sind 1 bis zu seiner jetzigen; from nicht über to, index unter size.",
            "Sizes of the ledger are 1 up to its present one; from not above to, index below size."),
    LEDGER_EMPTY(404, "Noch ist nichts unterschrieben.", "Nothing has been signed yet."),
    SIGNING_KEY_MISSING(
            503,
            "Der Schlüssel, der unterschreibt, fehlt im Schlüsselordner.",
            "The key that signs is missing from the key folder."),
    LEDGER_NOT_SIGNABLE(
            503,
            "Das Journal wird nicht unterschrieben: siehe die Alarme.",
            "The ledger is not being signed: see its alarms.");

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
