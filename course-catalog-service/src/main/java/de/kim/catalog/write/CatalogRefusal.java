package de.kim.catalog.write;

import de.kim.kit.refusal.Refusal;

/** Why course-catalog-service refuses something; the names are stable codes. */
public enum CatalogRefusal implements Refusal {
    COURSE_NOT_FOUND(404, "Diesen Kurs gibt es nicht.", "There is no such course."),
    PROVIDER_NOT_FOUND(404, "Diesen Träger gibt es nicht.", "There is no such provider."),
    COURSE_CANCELLED(409, "Der Kurs ist abgesagt.", "The course has been cancelled."),
    COURSE_ALREADY_STARTED(
            409, "Der Kurs hat bereits begonnen.", "The course has already started."),
    COURSE_NOT_STARTED(409, "Der Kurs hat noch nicht begonnen.", "The course has not started yet."),
    COURSE_ALREADY_COMPLETED(409, "Der Kurs ist beendet.", "The course is over."),
    ADMISSION_ALREADY_ENDED(
            409, "Die Zulassung ist bereits beendet.", "The admission has already ended."),
    PROVIDER_NOT_ADMITTED(
            422,
            "Der Träger ist für diese Kursart am Tag des Beginns nicht zugelassen.",
            "The provider is not admitted for this course type on the day it begins."),
    NOT_ADMITTED_ONLINE(
            422,
            "Der Träger ist für Online-Kurse dieser Kursart nicht zugelassen.",
            "The provider is not admitted for online courses of this type."),
    NOT_ADMITTED_IN_AREA(
            422,
            "Der Träger ist für Kurse an diesem Ort nicht zugelassen.",
            "The provider is not admitted for courses at this place."),
    COURSE_TYPE_NOT_VALID_ON_DATE(
            422,
            "Diese Kursart darf an diesem Tag nicht beginnen.",
            "Courses of this type may not begin on that day."),
    OVER_GROUP_MAXIMUM(
            422,
            "So viele Plätze erlaubt die Kursart nicht.",
            "The course type does not allow so many places."),
    START_IN_THE_PAST(
            422, "Der Kursbeginn liegt in der Vergangenheit.", "The course begins in the past."),
    NO_SECTIONS(422, "Der Kurs hat keine Abschnitte.", "The course has no sections."),
    SECTION_OUT_OF_RANGE(
            422,
            "Diesen Kursabschnitt gibt es in dieser Kursart nicht.",
            "This course type has no such section."),
    SECTIONS_OUT_OF_ORDER(
            422,
            "Die Abschnitte sind nicht lückenlos der Reihe nach nummeriert.",
            "The sections are not numbered one after the other."),
    SECTIONS_OVERLAP(
            422,
            "Ein Abschnitt beginnt, bevor der vorige endet, oder endet vor seinem Beginn.",
            "A section begins before the one before it ends, or ends before it begins."),
    DATE_OUT_OF_RANGE(
            422,
            "Ein Datum liegt vor 2005 oder zu weit in der Zukunft.",
            "A date is before 2005 or too far ahead."),
    NO_TIMES(422, "Der Kurs hat keine Unterrichtszeiten.", "The course has no weekly times."),
    TIMES_OVERLAP(
            422,
            "Zwei Unterrichtszeiten überschneiden sich.",
            "Two weekly times overlap each other."),
    INTERRUPTIONS_OVERLAP(
            422,
            "Eine Unterbrechung beginnt, bevor die vorige endet, oder endet vor ihrem Beginn.",
            "An interruption begins before the one before it ends, or ends before it begins."),
    INTERRUPTION_OUTSIDE_COURSE(
            422,
            "Eine Unterbrechung liegt nicht in der Zeit des Kurses.",
            "An interruption lies outside the time of the course."),
    VENUE_OUT_OF_RANGE(
            422,
            "Der Kursort ist kein Ort in Deutschland.",
            "The venue is not a place in Germany."),
    DAY_IN_FUTURE(
            422, "Der gemeldete Tag liegt in der Zukunft.", "The day reported lies in the future."),
    BEFORE_COURSE_START(
            422,
            "Der gemeldete Tag liegt vor dem Kursbeginn.",
            "The day reported is before the course started."),
    PARTICIPANT_TWICE(
            422,
            "Eine Person ist mehrfach oder als erschienen und fehlend gemeldet.",
            "A person is reported twice, or both as present and as missing."),
    ADMISSION_DATES_REVERSED(
            422, "Die Zulassung endet, bevor sie beginnt.", "The admission ends before it begins."),
    ADMISSION_MISSING(
            422,
            "An diesem Tag hat der Träger keine Zulassung, die enden könnte.",
            "The provider has no admission on that day that could end."),
    UNKNOWN_FILTER(
            400, "Nach dieser Angabe kann nicht gesucht werden.", "There is no such filter here."),
    UNKNOWN_MUNICIPALITY(
            422,
            "Diese Gemeinde gehört nicht zum Netzwerk.",
            "This municipality is none of the network's."),
    CENTRE_MISSING(
            422,
            "Zu einer Entfernung gehört eine Gemeinde, von der aus gezählt wird.",
            "A distance needs a municipality from which it is counted."),
    WINDOW_REVERSED(
            422,
            "Der Zeitraum endet, bevor er beginnt, oder ist vorbei.",
            "The window ends before it begins, or is over."),
    WINDOW_OUT_OF_RANGE(
            422,
            "Der Zeitraum reicht weiter als zwölf Monate.",
            "The window reaches further than twelve months."),
    FEED_TOO_LARGE(
            422,
            "Das sind zu viele Kurse auf einmal. Bitte enger suchen.",
            "These are too many courses at once. Please narrow the search.");

    private final int status;
    private final String german;
    private final String english;

    CatalogRefusal(int status, String german, String english) {
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
