package de.kim.allocation.write;

import de.kim.kit.refusal.Refusal;

/** Why allocation refuses. */
public enum AllocationRefusal implements Refusal {
    COURSE_FULL(409, "In diesem Kurs ist kein Platz frei.", "This course has no free place."),
    COURSE_CLOSED(
            409, "Dieser Kurs nimmt niemanden mehr auf.", "This course takes nobody any more."),
    COURSE_NOT_FOUND(404, "Diesen Kurs gibt es nicht.", "There is no such course."),
    PLACES_OUT_OF_RANGE(
            422,
            "Die Zahl der Plätze muss zwischen 0 und 1000 liegen.",
            "The number of places must be between 0 and 1000."),
    OFFER_NOT_FOUND(404, "Dieses Platzangebot gibt es nicht.", "There is no such place offer."),
    OFFER_NOT_LIVE(
            409, "Dieses Platzangebot gilt nicht mehr.", "This place offer is no longer open."),
    OFFER_NOT_DUE(
            409,
            "Die Frist dieses Platzangebots läuft noch.",
            "The period of this place offer is still running."),
    OFFER_ALREADY_LIVE(
            409,
            "Diese Person hat schon ein offenes Platzangebot.",
            "This person already has an open place offer."),
    ALREADY_PLACED(
            409, "Diese Person hat schon einen Kursplatz.", "This person already has a place."),
    PLACE_NOT_FOUND(
            404,
            "Diese Person hat in diesem Kurs keinen Platz.",
            "This person has no place in this course."),
    COURSE_BEGUN(
            409,
            "Diese Person hat den Kurs schon begonnen: Nennen Sie den Abschnitt, mit dem sie"
                    + " weitermacht.",
            "This person has begun the course already: name the section with which they go on."),
    NOT_WAITING(
            409,
            "Diese Person steht nicht auf der Warteliste.",
            "This person is not on the waiting list."),
    REFERRAL_NOT_FOUND(
            404,
            "Diese Vermittlung steht nicht auf der Warteliste.",
            "This referral is not known to the waiting list."),
    REFERRAL_CLOSED(409, "Diese Vermittlung ist beendet.", "This referral has ended."),
    ENTRY_CLOSED(
            409,
            "In diesen Kursabschnitt kann man nicht mehr einsteigen.",
            "This section can no longer be entered."),
    DECISION_NOT_FOUND(
            404,
            "Über diese Vermittlung wurde noch nicht entschieden.",
            "Nothing was decided on this referral yet."),
    ROUND_NOT_FOUND(404, "Diese Verteilrunde gibt es nicht.", "There is no such clearing round."),
    ROUND_INPUT_GONE(
            410,
            "Die Angaben dieser Verteilrunde sind nicht mehr da: Sie stehen in keiner Sicherung, und seither wurde eine eingespielt.",
            "The input of this clearing round is not kept any more: it stands in no backup, and one was restored since."),
    ROUND_RUNNING(
            409,
            "Es läuft gerade eine andere Verteilrunde.",
            "Another clearing round is running just now."),
    ROUND_INPUT_INVALID(
            409,
            "Die Angaben für diese Verteilrunde widersprechen sich.",
            "The input of this clearing round contradicts itself."),
    RULEBOOK_TOO_SOON(
            422,
            "Ein Regelwerk gilt frühestens 24 Stunden nach der Veröffentlichung.",
            "A rulebook takes effect 24 hours after its publication at the earliest."),
    RULEBOOK_NOT_NEXT(
            409,
            "Dieses Regelwerk ist nicht das nächste.",
            "This rulebook is not the next version."),
    RULEBOOK_NOT_FOUND(404, "Dieses Regelwerk gibt es nicht.", "There is no such rulebook."),
    RULEBOOK_DRAFT_NOT_FOUND(
            404,
            "Diesen Entwurf eines Regelwerks gibt es nicht, oder er ist schon beschlossen.",
            "There is no such draft of a rulebook, or it has been approved already."),
    RULEBOOK_INCOMPLETE(
            422,
            "Ein Regelwerk nennt jede Kursart und jede Rechtsgrundlage; was nicht mehr gilt, bekommt ein Ende.",
            "A rulebook names every course type and every legal basis; what no longer applies gets an end."),
    RULEBOOK_CONTRADICTORY(
            422,
            "Das Regelwerk widerspricht sich oder nennt ein unbekanntes Verfahren.",
            "The rulebook contradicts itself or names an unknown procedure."),
    OVERRIDE_NOT_FOUND(
            404,
            "Diesen Vorschlag für einen Härtefall gibt es nicht, oder er ist schon beschlossen.",
            "There is no such proposal for a hardship, or it has been approved already."),
    OVERRIDE_UNKNOWN(
            404,
            "Die Person nimmt an keiner Verteilrunde teil, oder es gibt den Kurs oder Abschnitt nicht.",
            "The person takes part in no clearing round, or there is no such course or section."),
    OVERRIDE_AGAINST_LAW(
            422,
            "Das Gesetz erlaubt dieser Person diesen Kurs nicht, auch nicht im Härtefall.",
            "The law does not allow this person this course, not even in a case of hardship."),
    OVERRIDE_WITHOUT_PLACE(
            409,
            "In diesem Kurs ist kein Platz frei, oder die Person hat schon einen Platz.",
            "This course has no free place, or the person already has a place."),
    FOUR_EYES(
            409,
            "Eine zweite Person muss zustimmen, nicht dieselbe.",
            "A second person has to agree, not the same one."),
    COUNTERFACTUAL_NOT_FOUND(
            404,
            "Diese Gegenrechnung gibt es nicht, oder nicht mehr.",
            "There is no such counterfactual, or not any more."),
    COUNTERFACTUAL_RUNNING(
            409,
            "Es läuft schon eine Gegenrechnung Ihrer Stelle; ihr Ende abwarten oder sie abbrechen.",
            "A counterfactual of your body is running already; wait for its end or cancel it."),
    RULEBOOK_MISSING(409, "Es gilt noch kein Regelwerk.", "No rulebook is in force yet.");

    private final int status;
    private final String german;
    private final String english;

    AllocationRefusal(int status, String german, String english) {
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
