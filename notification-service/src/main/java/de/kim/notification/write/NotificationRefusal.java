package de.kim.notification.write;

import de.kim.kit.refusal.Refusal;

/** Why notification refuses. */
public enum NotificationRefusal implements Refusal {
    MESSAGE_NOT_FOUND(404, "Diese Nachricht gibt es nicht.", "There is no such message."),
    LETTER_NOT_WAITING(
            409,
            "Das ist kein Brief, der auf die Post wartet oder unterwegs ist.",
            "This is no letter that waits for the post or is on its way."),
    SMS_SIGNATURE_WRONG(
            401,
            "Die Unterschrift dieses Berichts fehlt, ist falsch oder zu alt.",
            "The signature of this report is missing, wrong or too old."),
    SMS_REPORT_MALFORMED(
            400,
            "Das ist kein Bericht über eine SMS: id, state und at fehlen oder sind ungültig.",
            "This is no report about an SMS: id, state and at are missing or invalid."),
    SMS_REPORT_REPLAYED(
            409,
            "Dieser Bericht kam schon. Wer ihn wiederholt, unterschreibt ihn neu.",
            "This report came already. Whoever repeats it signs it anew."),
    POSTED_ON_OUT_OF_RANGE(
            422,
            "Ein Brief geht frühestens am Tag, an dem er geschrieben wurde, und spätestens heute zur Post.",
            "A letter is posted on the day it was written at the earliest and today at the latest.");

    private final int status;
    private final String german;
    private final String english;

    NotificationRefusal(int status, String german, String english) {
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
