package de.kim.referral.write;

import de.kim.kit.refusal.Refusal;

/** Why referral-service refuses something; the names are stable codes. */
public enum ReferralRefusal implements Refusal {
    REFERRAL_NOT_FOUND(
            404,
            "Diese Zuweisung gibt es bei Ihnen nicht.",
            "Your organisation has no such referral."),
    COURSE_NOT_FOUND(
            404, "Diesen Kurs gibt es bei Ihnen nicht.", "Your organisation has no such course."),
    ALREADY_WITHDRAWN(409, "Die Zuweisung ist zurückgenommen.", "The referral has been withdrawn."),
    ALREADY_COMPLETED(
            409,
            "Die Person hat ihren Kurs bereits begonnen.",
            "The person has already begun a course."),
    ENTERED_IN_ERROR(
            409,
            "Die Zuweisung ist als irrtümlich erfasst gekennzeichnet.",
            "The referral is marked as entered in error."),
    PERSON_ERASED(
            409,
            "Die Angaben zur Person sind gelöscht; es kann nichts mehr geändert werden.",
            "What was known of the person is deleted; nothing can be changed any more."),
    CONTACT_REVOKED(
            409,
            "Die Person will nicht mehr per E-Mail oder Telefon erreicht werden; sie müsste erneut einwilligen.",
            "The person no longer wants to be reached by e-mail or telephone; a new consent is needed."),
    WITHDRAWAL_REASON_RESERVED(
            422,
            "Dieser Grund ergibt sich von selbst und kann nicht gewählt werden.",
            "This reason follows from something else and cannot be chosen."),
    LEGAL_BASIS_CLOSED(
            422,
            "Auf dieser Rechtsgrundlage gibt es zu diesem Datum keine neuen Berechtigungen mehr.",
            "No new entitlements are issued on this legal basis since that date."),
    CONSENT_MISSING(
            422,
            "Eine Beratungsstelle darf nur mit Einwilligung der Person zuweisen.",
            "A counselling office may refer a person only with their consent."),
    ENTITLEMENT_IN_FUTURE(
            422,
            "Das Datum der Berechtigung liegt in der Zukunft.",
            "The date of the entitlement lies in the future."),
    ENTITLEMENT_LAPSED(
            422, "Die Berechtigung ist bereits erloschen.", "The entitlement has already lapsed."),
    LAPSE_OUT_OF_RANGE(
            422,
            "Das Ende der Berechtigung liegt nicht innerhalb von zehn Jahren nach ihrem Beginn.",
            "The end of the entitlement is not within ten years of its date."),
    ENTITLEMENT_NOT_FOUND(
            404, "Diese Berechtigung gibt es nicht.", "There is no such entitlement."),
    ENTITLEMENT_HELD(
            409,
            "Auf dieser Rechtsgrundlage hat die Person schon eine Berechtigung, die mindestens so lange gilt.",
            "The person has an entitlement on this legal basis already, which lasts at least as long."),
    ENTITLEMENT_ALREADY_ENDED(
            409,
            "Die Berechtigung ist bereits aus einem anderen Grund beendet.",
            "The entitlement has ended already, for another reason."),
    ENTITLEMENT_NOT_LAPSED(
            409,
            "Die Berechtigung gilt noch; sie kann erst nach ihrem letzten Tag erlöschen.",
            "The entitlement is still valid; it cannot lapse before its last day is over."),
    DATE_BEFORE_2005(
            422,
            "Integrationskurse gibt es seit dem 1. Januar 2005; das Datum liegt davor.",
            "Integration courses exist since 1 January 2005; the date is earlier."),
    BIRTH_DATE_OUT_OF_RANGE(
            422,
            "Das Geburtsdatum liegt in der Zukunft oder mehr als 120 Jahre zurück.",
            "The birth date lies in the future or more than 120 years ago."),
    TOO_YOUNG(
            422,
            "Die Person ist für einen Integrationskurs oder diese Rechtsgrundlage zu jung.",
            "The person is too young for an integration course or for this legal basis."),
    TEST_IN_FUTURE(422, "Das Testdatum liegt in der Zukunft.", "The test date lies in the future."),
    SECTION_OUT_OF_RANGE(
            422,
            "Diesen Kursabschnitt gibt es in dieser Kursart nicht.",
            "This course type has no such section."),
    TEST_DATE_NOT_FOUND(
            404, "Diesen Testtermin gibt es nicht.", "There is no such date for a placement test."),
    TEST_DATE_OUT_OF_RANGE(
            422,
            "Der Testtermin liegt in der Vergangenheit oder mehr als ein Jahr voraus.",
            "The date of the test lies in the past or more than a year ahead."),
    TEST_DATE_FULL(
            409,
            "Bei diesem Testtermin ist kein Platz mehr frei.",
            "No seat is left on this test date."),
    TEST_DATE_BEGUN(
            409,
            "Der Test hat bereits begonnen; daran lässt sich nichts mehr ändern.",
            "The test has begun; its seats cannot be changed any more."),
    TEST_DATE_AHEAD(409, "Der Test hat noch nicht begonnen.", "The test has not begun yet."),
    TEST_DATE_CANCELLED(409, "Der Testtermin ist abgesagt.", "The test date is cancelled."),
    TEST_ALREADY_BOOKED(
            409,
            "Die Person hat schon einen Platz bei einem anderen Testtermin; sie kann umgebucht werden.",
            "The person has a seat on another test date already, and can be moved."),
    TEST_ALREADY_RECORDED(
            409,
            "Für die Person liegt bereits ein Testergebnis vor.",
            "The person has a test result already."),
    TEST_NOT_BOOKED(
            409,
            "Die Person hat bei keinem Testtermin oder nicht bei diesem einen Platz.",
            "The person has no seat on this, or on any, test date."),
    TEST_NOT_RECORDED(
            409,
            "Für die Person liegt noch kein Testergebnis vor, das falsch sein könnte.",
            "The person has no test result yet that could be wrong."),
    DRAFT_NOT_FOUND(
            404,
            "Diesen Entwurf gibt es bei Ihnen nicht (mehr).",
            "Your organisation has no such draft (any more)."),
    NOTHING_TO_CORRECT(
            422,
            "Es ist nicht gesagt, was falsch erfasst wurde.",
            "It is not said what was recorded wrongly."),
    OBJECTION_NOT_FOUND(404, "Diesen Widerspruch gibt es nicht.", "There is no such objection."),
    OBJECTION_ALREADY_DECIDED(
            409,
            "Über den Widerspruch ist bereits anders entschieden.",
            "The objection has another outcome already."),
    OBJECTION_DATE_OUT_OF_RANGE(
            422,
            "Das Datum liegt in der Zukunft, vor der Zuweisung oder vor dem Widerspruch.",
            "The date lies in the future, before the referral or before the objection."),
    WISH_TWICE(422, "Ein Wunsch ist doppelt genannt.", "A wish is named twice."),
    WISHES_MISSING(
            422,
            "„Nur meine Wünsche“ braucht mindestens einen Wunsch.",
            "\"Only my wishes\" needs at least one wish."),
    POSSIBLE_DUPLICATE_NOT_FOUND(
            404,
            "Dieses mögliche Doppel gibt es nicht (mehr).",
            "There is no such possible duplicate (any more)."),
    DUPLICATE_DECIDED(
            409,
            "Über dieses mögliche Doppel ist bereits anders entschieden.",
            "This possible duplicate has been decided the other way.");

    private final int status;
    private final String german;
    private final String english;

    ReferralRefusal(int status, String german, String english) {
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
