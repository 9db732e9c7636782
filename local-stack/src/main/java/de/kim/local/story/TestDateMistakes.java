package de.kim.local.story;

import de.kim.local.issuer.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes wrong with seats in placement tests, with dates and people made for it. */
record TestDateMistakes(Desk desk, IntakeMistakes intake) {
    private static final String HOST = "traeger-01";
    private static final String BODY = "jobcenter-stadt";
    private static final Map<String, Object> NOTHING = Map.of();

    List<Mistake> all() {
        var mistakes = new ArrayList<Mistake>();
        var date = open("test-date", HOST);
        var booked = intake.refer("test-booked");
        book("test-booked", booked, date);
        mistakes.add(booking("TEST_DATE_FULL", intake.refer("test-full"), date));
        mistakes.add(booking("TEST_ALREADY_BOOKED", booked, open("test-date-2", HOST)));
        mistakes.add(booking("TEST_DATE_NOT_FOUND", booked, Desk.UNKNOWN));
        mistakes.add(
                new Mistake(
                        Desk.REFERRAL,
                        "TEST_DATE_AHEAD",
                        HOST,
                        "/api/test-dates/" + date + "/misses",
                        Map.of("referralId", booked)));
        mistakes.add(cancelled());
        mistakes.add(
                new Mistake(
                        Desk.REFERRAL,
                        "TEST_NOT_BOOKED",
                        BODY,
                        of(intake.refer("test-none"), "test-return"),
                        NOTHING));
        tested().ifPresent(mistakes::add);
        mistakes.add(
                new Mistake(
                        Desk.REFERRAL,
                        "TEST_DATE_OUT_OF_RANGE",
                        HOST,
                        "/api/test-dates",
                        date(desk.today().minusDays(1).toString())));
        return mistakes;
    }

    private Mistake cancelled() {
        var date = open("test-date-cancelled", Accounts.COORDINATOR);
        desk.post(
                Desk.REFERRAL,
                Accounts.COORDINATOR,
                "/api/test-dates/" + date + "/cancellation",
                "test-cancellation",
                NOTHING);
        return booking("TEST_DATE_CANCELLED", intake.refer("test-cancelled"), date);
    }

    /** Whoever waits for a place has been tested. */
    private Optional<Mistake> tested() {
        return desk.waiting().stream()
                .map(one -> one.path("referralId").asString(""))
                .findFirst()
                .flatMap(this::tested);
    }

    private Optional<Mistake> tested(String referralId) {
        return desk.referrerOf(referralId)
                .map(
                        body ->
                                new Mistake(
                                        Desk.REFERRAL,
                                        "TEST_ALREADY_RECORDED",
                                        body,
                                        of(referralId, "test-booking"),
                                        Map.of("testDateId", open("test-date-3", HOST))));
    }

    private Mistake booking(String code, String referralId, String date) {
        return new Mistake(
                Desk.REFERRAL,
                code,
                BODY,
                of(referralId, "test-booking"),
                Map.of("testDateId", date));
    }

    private void book(String name, String referralId, String date) {
        desk.post(
                Desk.REFERRAL,
                BODY,
                of(referralId, "test-booking"),
                name + "-seat",
                Map.of("testDateId", date));
    }

    /** With one seat. */
    private String open(String name, String host) {
        return desk.post(
                        Desk.REFERRAL,
                        host,
                        "/api/test-dates",
                        name,
                        date(desk.today().plusDays(20).toString()))
                .json()
                .path("testDateId")
                .asString("");
    }

    private static Map<String, Object> date(String day) {
        return Map.of(
                "day",
                day,
                "begins",
                "09:00",
                "municipality",
                "03404000",
                "address",
                "Musterweg 1 (Beispiel)",
                "accessible",
                true,
                "seats",
                1);
    }

    private static String of(String referralId, String what) {
        return "/api/referrals/" + referralId + "/" + what;
    }
}
