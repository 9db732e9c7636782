package de.kim.reporting.read.report.sheet;

import static java.util.Map.entry;

import de.kim.events.CourseType;
import de.kim.rules.Municipalities;
import de.kim.rules.Municipality;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people read instead of codes; a code without words stays as it is. */
final class Labels {
    private static final Map<String, String> PLACES =
            Municipalities.OSNABRUECK.stream()
                    .collect(Collectors.toMap(Municipality::key, Municipality::name));

    private static final Map<String, Words> COURSE_TYPES =
            Arrays.stream(CourseType.values())
                    .collect(Collectors.toMap(CourseType::name, Labels::courseType));

    private static final Map<String, Words> BY =
            Map.ofEntries(
                    entry("courseType", new Words("Kursart", "course type")),
                    entry(
                            "courseTypeGender",
                            new Words("Kursart und Geschlecht", "course type and gender")),
                    entry("legalBasis", new Words("Rechtsgrundlage", "legal basis")),
                    entry("obligation", new Words("Verpflichtung", "obligation")),
                    entry("provider", new Words("Träger", "provider")),
                    entry("referringBody", new Words("zuweisender Stelle", "referring authority")),
                    entry("municipality", new Words("Wohnort", "municipality")),
                    entry("gender", new Words("Geschlecht", "gender")),
                    entry(
                            "nationalityGroup",
                            new Words("Staatsangehörigkeit", "nationality group")),
                    entry("childcare", new Words("Kinderbetreuung", "childcare")),
                    entry("literacy", new Words("Schriftkenntnis", "literacy")));

    private static final Map<String, Words> CLOCKS =
            Map.of(
                    "waitingTime",
                            new Words(
                                    "Wartezeit: Registrierung bis Kursbeginn",
                                    "waiting time: registration to start"),
                    "plannedWaitingTime", new Words("Wartezeit, geplant", "waiting time, planned"),
                    "accessTime",
                            new Words(
                                    "Zugangszeit: Berechtigung bis Kursbeginn",
                                    "access time: entitlement to start"),
                    "referralToOffer",
                            new Words("Registrierung bis Angebot", "registration to offer"),
                    "offerToAcceptance", new Words("Angebot bis Annahme", "offer to acceptance"),
                    "acceptanceToStart",
                            new Words("Annahme bis Kursbeginn", "acceptance to start"));

    private static final Map<String, Words> GROUPS =
            Map.ofEntries(
                    entry("NOT_KNOWN", new Words("nicht bekannt", "not known")),
                    entry("OBLIGED", new Words("verpflichtet", "obliged")),
                    entry("VOLUNTARY", new Words("freiwillig", "voluntary")),
                    entry("MALE", new Words("männlich", "male")),
                    entry("FEMALE", new Words("weiblich", "female")),
                    entry("DIVERSE", new Words("divers", "diverse")),
                    entry(
                            "CHILDCARE_NEEDED",
                            new Words("braucht Kinderbetreuung", "needs childcare")),
                    entry("NO_CHILDCARE_NEEDED", new Words("braucht keine", "needs none")),
                    entry("LEARNS_TO_WRITE", new Words("lernt schreiben", "learns to write")),
                    entry("WRITES", new Words("schreibt", "writes")),
                    entry("UKRAINE", new Words("Ukraine", "Ukraine")),
                    entry("SYRIA", new Words("Syrien", "Syria")),
                    entry("AFGHANISTAN", new Words("Afghanistan", "Afghanistan")),
                    entry("TURKEY", new Words("Türkei", "Türkiye")),
                    entry("IRAN", new Words("Iran", "Iran")),
                    entry("IRAQ", new Words("Irak", "Iraq")),
                    entry("EU", new Words("Europäische Union", "European Union")),
                    entry("OTHER", new Words("andere", "other")),
                    entry(
                            "ENTITLED_44_1",
                            new Words("Anspruch, § 44 (1) AufenthG", "claim, § 44 (1) AufenthG")),
                    entry(
                            "OBLIGED_ABH",
                            new Words(
                                    "verpflichtet durch die Ausländerbehörde",
                                    "obliged by the immigration office")),
                    entry(
                            "OBLIGED_JOBCENTER",
                            new Words(
                                    "verpflichtet durch das Jobcenter",
                                    "obliged by the job centre")),
                    entry(
                            "COOPERATION_PLAN_5A",
                            new Words(
                                    "Kooperationsplan, § 5a IntV", "cooperation plan, § 5a IntV")),
                    entry(
                            "OBLIGED_ASYLBLG",
                            new Words("verpflichtet, § 5b AsylbLG", "obliged, § 5b AsylbLG")),
                    entry(
                            "ADMITTED_44_4",
                            new Words(
                                    "zugelassen, § 44 (4) AufenthG",
                                    "admitted, § 44 (4) AufenthG")),
                    entry(
                            "RESETTLER_BVFG_9",
                            new Words("Spätaussiedler, § 9 BVFG", "resettlers, § 9 BVFG")),
                    entry("SELF_PAYER", new Words("Selbstzahler", "self-payers")));

    private static final Map<String, Words> REASONS =
            Map.ofEntries(
                    entry(
                            "ANSWER_OPEN",
                            new Words("Antwort auf ein Angebot steht aus", "answer still open")),
                    entry(
                            "NOT_QUEUED_YET",
                            new Words("noch nicht auf der Warteliste", "not queued yet")),
                    entry("NOT_TESTED_YET", new Words("noch nicht getestet", "not tested yet")),
                    entry("NO_ROUND_YET", new Words("noch keine Verteilrunde", "no round yet")),
                    entry("PLACES_TAKEN", new Words("andere standen davor", "others stood before")),
                    entry(
                            "COURSE_TYPE_MISMATCH",
                            new Words("Kursart passt nicht", "course type does not fit")),
                    entry(
                            "SECTION_MISMATCH",
                            new Words("Kursabschnitt passt nicht", "section does not fit")),
                    entry(
                            "LEGAL_BASIS_NOT_ADMISSIBLE",
                            new Words(
                                    "Rechtsgrundlage lässt es nicht zu",
                                    "legal basis does not admit")),
                    entry(
                            "ENTITLEMENT_LAPSES_BEFORE_START",
                            new Words(
                                    "Berechtigung endet vor dem Beginn",
                                    "entitlement lapses before the start")),
                    entry("TIME_UNAVAILABLE", new Words("Zeiten passen nicht", "times do not fit")),
                    entry(
                            "CHILDCARE_MISSING",
                            new Words("Kinderbetreuung fehlt", "childcare is missing")),
                    entry("NOT_ACCESSIBLE", new Words("nicht barrierefrei", "not accessible")),
                    entry("TOO_FAR", new Words("zu weit", "too far")),
                    entry("ENTRY_CLOSED", new Words("Einstieg geschlossen", "entry closed")),
                    entry(
                            "PROVIDER_NOT_ADMITTED",
                            new Words("Träger nicht zugelassen", "provider not admitted")),
                    entry("AGE_OUT_OF_RANGE", new Words("Altersgrenze", "age limit")),
                    entry("TARGET_GROUP", new Words("andere Zielgruppe", "other target group")),
                    entry("DECLINED_BEFORE", new Words("schon abgelehnt", "declined before")),
                    entry(
                            "EXPIRED_BEFORE",
                            new Words("Angebot schon verfallen", "offer expired before")),
                    entry("NOT_WISHED", new Words("nur eigene Wünsche gewollt", "own wishes only")),
                    entry(
                            "INTEREST_LAPSED",
                            new Words("kein Interesse mehr bestätigt", "interest lapsed")),
                    entry("WARNED_BEFORE", new Words("vorher gewarnt", "warned before")),
                    entry(
                            "OTHER_COURSE_NAMED",
                            new Words("anderer Kurs genannt", "another course named")),
                    entry("PLACE_OFFERED", new Words("Platz angeboten", "place offered")),
                    entry(
                            "NOTHING_RECORDED",
                            new Words("nichts davon vermerkt", "none of this recorded")),
                    entry("OVERTAKEN", new Words("überholt", "overtaken")),
                    entry("NOT_OVERTAKEN", new Words("nicht überholt", "not overtaken")),
                    entry("STARTED", new Words("begonnen", "started")),
                    entry("PLACED", new Words("hat einen Platz", "has a place")),
                    entry("WAITING", new Words("wartet noch", "still waits")),
                    entry("LOST", new Words("ohne Beginn geendet", "ended without a start")),
                    entry("ERASED", new Words("Person gelöscht", "person erased")),
                    entry(
                            "WITHDRAWN_MOVED_AWAY",
                            new Words("zurückgezogen: weggezogen", "withdrawn: moved away")),
                    entry(
                            "WITHDRAWN_FOUND_WORK",
                            new Words("zurückgezogen: Arbeit gefunden", "withdrawn: found work")),
                    entry(
                            "WITHDRAWN_ENTITLEMENT_REVOKED",
                            new Words(
                                    "zurückgezogen: Berechtigung widerrufen",
                                    "withdrawn: entitlement revoked")),
                    entry(
                            "WITHDRAWN_NO_INTEREST",
                            new Words("zurückgezogen: kein Interesse", "withdrawn: no interest")),
                    entry(
                            "WITHDRAWN_DUPLICATE",
                            new Words("zurückgezogen: doppelt", "withdrawn: duplicate")),
                    entry(
                            "WITHDRAWN_OTHER",
                            new Words("zurückgezogen: anderer Grund", "withdrawn: other reason")),
                    entry(
                            "WITHDRAWN_CONSENT_REVOKED",
                            new Words(
                                    "zurückgezogen: Einwilligung widerrufen",
                                    "withdrawn: consent revoked")),
                    entry(
                            "WITHDRAWN_RETENTION_ENDED",
                            new Words(
                                    "zurückgezogen: Daten waren zu löschen",
                                    "withdrawn: data had to be deleted")),
                    entry(
                            "ENTITLEMENT_ENDED_WITHDRAWN",
                            new Words("Berechtigung zurückgenommen", "entitlement withdrawn")),
                    entry(
                            "ENTITLEMENT_ENDED_REVOKED",
                            new Words("Berechtigung widerrufen", "entitlement revoked")),
                    entry(
                            "ENTITLEMENT_ENDED_LAPSED",
                            new Words("Berechtigung verfallen", "entitlement lapsed")));

    private Labels() {}

    /** All codes of groups and reasons, sorted. */
    static Map<String, Words> codes() {
        Map<String, Words> codes = new TreeMap<>(GROUPS);
        codes.putAll(REASONS);
        codes.putAll(COURSE_TYPES);
        PLACES.forEach((key, name) -> codes.put(key, Words.same(name)));
        return codes;
    }

    /** Why somebody waits, or was lost. */
    static Words reason(String code) {
        return REASONS.getOrDefault(code, Words.same(code));
    }

    static Words clock(String code) {
        return CLOCKS.getOrDefault(code, Words.same(code));
    }

    /** What a table groups by. */
    static Words by(String code) {
        return BY.getOrDefault(code, Words.same(code));
    }

    static Words group(String by, String code, Map<String, String> providers) {
        if (GROUPS.containsKey(code)) {
            return GROUPS.getOrDefault(code, Words.same(code));
        }
        return switch (by) {
            case "courseType" -> COURSE_TYPES.getOrDefault(code, Words.same(code));
            case "municipality" -> Words.same(PLACES.getOrDefault(code, code));
            case "provider" -> provider(code, providers.getOrDefault(code, ""));
            default -> Words.same(code);
        };
    }

    static Words provider(String code, String name) {
        return Words.same(name.isEmpty() ? code : name);
    }

    private static Words courseType(CourseType type) {
        String english = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Words(type.germanName(), english);
    }
}
