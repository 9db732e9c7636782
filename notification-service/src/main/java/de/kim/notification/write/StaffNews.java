package de.kim.notification.write;

/** What offices are told, with the words of the mail. None of them names or describes a person. */
public enum StaffNews {
    CLOCK_WARNED(Pace.DIGEST, "Eine Frist läuft bald ab", "A period ends soon"),
    CLOCK_BREACHED(Pace.AT_ONCE, "Eine Frist ist abgelaufen", "A period is over"),
    UNDELIVERABLE(
            Pace.AT_ONCE,
            "Eine Nachricht kam nicht an: bitte selbst Bescheid sagen",
            "A message did not get through: please tell the person yourself"),
    HELP_ASKED(
            Pace.AT_ONCE,
            "Die Person bittet auf ihrer Seite um Hilfe",
            "The person asks for help on their page"),
    DO_NOT_CONTACT(
            Pace.AT_ONCE,
            "Die Person hat eine Einwilligung widerrufen: bitte nur noch persönlich ansprechen",
            "The person revoked a consent: please talk to them in person only"),
    PLACE_TAKEN(Pace.DIGEST, "Ein Platz wurde angenommen", "A place was taken"),
    OFFER_ENDED(
            Pace.DIGEST,
            "Ein Angebot endete ohne Zusage",
            "An offer ended without the place being taken"),
    PLACE_RELEASED(
            Pace.DIGEST, "Ein angenommener Platz ist wieder frei", "A taken place is free again"),
    STARTED(Pace.DIGEST, "Die Person hat den Kurs begonnen", "The person began the course"),
    MISSING(
            Pace.AT_ONCE,
            "Die Person ist nicht zum Kurs gekommen",
            "The person did not come to the course"),
    COURSE_CANCELLED(Pace.AT_ONCE, "Ein Kurs fällt aus", "A course was cancelled"),
    ROUND_FAILED(
            Pace.AT_ONCE,
            "Eine Verteilrunde bestand die Prüfung nicht: niemand bekam ein Angebot",
            "A clearing round did not pass its check: nobody was made an offer"),
    MAILBOX_FAILED(
            Pace.AT_ONCE,
            "Das Postfach einer Stelle nimmt nichts an",
            "The mailbox of a body takes no mail");

    private final Pace usual;
    private final String german;
    private final String english;

    StaffNews(Pace usual, String german, String english) {
        this.usual = usual;
        this.german = german;
        this.english = english;
    }

    /** When it is told to a body that did not say otherwise. */
    public Pace usual() {
        return usual;
    }

    public String german() {
        return german;
    }

    public String english() {
        return english;
    }
}
