package de.kim.local.story;

import de.kim.local.Trouble;
import de.kim.local.issuer.Accounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two bodies refer the same person: once everybody can see it, and once the coordinator has to
 * decide, says that they are two, and cannot say later that they are one.
 */
record TwoBodies(Desk desk) {
    private static final String BODY = "jobcenter-stadt";
    private static final String OTHER_BODY = "massarbeit";
    private static final String LIST = "/api/possible-duplicates";

    List<Mistake> all() {
        refer(BODY, "twice", "Muster-Doppelmann", "Jürgen Yusuf", "1985-09-21", Map.of());
        if (!refer(
                        OTHER_BODY,
                        "again",
                        "DOPPELMANN",
                        "Juergen Yusuf Muster",
                        "1985-09-21",
                        Map.of())
                .linked()) {
            throw new Trouble("A person whom two bodies refer was not linked", "See the log.");
        }
        return List.of(decided(), decision(Desk.UNKNOWN, "POSSIBLE_DUPLICATE_NOT_FOUND", true));
    }

    /** A mother and her daughter, for whom somebody entered the mother's number. */
    private Mistake decided() {
        Map<String, Object> number = Map.of("centralNumber", "000000000042");
        refer(BODY, "mother", "Muster-Verwandt", "Olena", "1971-02-11", number);
        var daughter =
                refer(OTHER_BODY, "daughter", "Muster-Verwandt", "Iryna", "1996-10-30", number);
        var id =
                Stream.of(LIST, LIST + "?decided=true")
                        .flatMap(
                                list -> Pages.all(desk.api(), Desk.REFERRAL, list, user()).stream())
                        .filter(
                                pair ->
                                        pair.path("referral")
                                                .path("referralId")
                                                .asString("")
                                                .equals(daughter.id()))
                        .map(pair -> pair.path("id").asString(""))
                        .findFirst()
                        .orElseThrow();
        desk.post(Desk.REFERRAL, user(), decision(id), "two-people", Map.of("same", false));
        return decision(id, "DUPLICATE_DECIDED", true);
    }

    private record Referred(String id, boolean linked) {}

    private Referred refer(
            String body,
            String name,
            String surname,
            String firstName,
            String born,
            Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.putAll(Map.of("surname", surname, "firstName", firstName, "birthDate", born));
        var person = IntakeMistakes.person(desk.today(), fields);
        var answer = desk.post(Desk.REFERRAL, body, "/api/referrals", name, person).json();
        return new Referred(
                answer.path("referralId").asString(""), answer.path("linked").asBoolean(false));
    }

    private static Mistake decision(String id, String code, boolean same) {
        return new Mistake(Desk.REFERRAL, code, user(), decision(id), Map.of("same", same));
    }

    private static String decision(String id) {
        return LIST + "/" + id + "/decision";
    }

    private static String user() {
        return Accounts.COORDINATOR;
    }
}
