package de.kim.referral.read;

/** What a body can have to do next; the names are stable codes. */
public enum TaskKind {
    /** Until the test has a result, or is dispensable. */
    ARRANGE_TEST("Einstufungstest veranlassen", "Arrange the placement test"),
    /** A seat in a test is booked; due on the day of the test. */
    RECORD_RESULT("Testergebnis eintragen", "Record the result of the test"),
    /** For whoever holds the test; due on its day. */
    ENTER_RESULT(
            "Ergebnis des Einstufungstests eintragen", "Enter the result of the placement test"),
    /** Due on the day on which the entitlement lapses. */
    SECURE_ENTITLEMENT(
            "Berechtigung läuft ab: verlängern lassen oder Kursbeginn sichern",
            "The entitlement lapses: have it renewed or secure a course start"),
    /** The last entitlement ended: no round can give the person a place. */
    REPLACE_ENTITLEMENT(
            "Keine gültige Berechtigung mehr: neue eintragen oder Zuweisung zurücknehmen",
            "No valid entitlement is left: enter a new one or withdraw the referral"),
    /** An offer is out and nothing proves that the person knows of it. */
    TELL_OF_OFFER(
            "Person über das Platzangebot informieren", "Tell the person of the place offered"),
    /** The offer reached the person; due on the day on which it ends. */
    ANSWER_OFFER("Antwort auf das Platzangebot einholen", "Get an answer to the place offered"),
    /** An offer ended without an answer, or the person did not come: not offered again before. */
    CONFIRM_INTEREST(
            "Nachfragen, ob die Person noch einen Platz möchte",
            "Ask whether the person still wants a place"),
    /** The person objects to a decision. */
    DECIDE_OBJECTION("Über den Widerspruch entscheiden", "Decide on the objection"),
    /** The person no longer wants to be written to: nobody but the body can reach them. */
    ASK_FOR_CONTACT(
            "Klären, wie die Person erreicht werden kann",
            "Find out how the person can be reached");

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
