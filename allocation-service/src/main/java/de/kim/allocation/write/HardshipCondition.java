package de.kim.allocation.write;

/**
 * The hardships for which the partners agreed that a place may be given out of turn. The code is
 * published and stays for ever, so it says nothing of health, family or safety: the reason in words
 * stands in the referral's file, which can be erased.
 */
public enum HardshipCondition {
    DEADLINE_WOULD_BE_MISSED(
            "Sonst liefe eine Frist ab, zum Beispiel für Ausbildung, Arbeit oder Berechtigung.",
            "Otherwise a deadline would be missed, such as for training, work or the entitlement."),
    EARLIER_MISTAKE(
            "Ein Fehler der beteiligten Stellen hat einen Platz gekostet.",
            "A mistake of the bodies involved has cost a place."),
    TEST_DEVIATION(
            "Aus einem festgehaltenen Grund passt ein anderer Abschnitt als der empfohlene.",
            "For a documented reason another section fits than the recommended one."),
    SPECIAL_HARDSHIP(
            "Es liegt ein anderer Härtefall vor. Der Grund steht in der Akte der Vermittlung.",
            "There is another hardship. The reason stands in the file of the referral.");

    private final String german;
    private final String english;

    HardshipCondition(String german, String english) {
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
