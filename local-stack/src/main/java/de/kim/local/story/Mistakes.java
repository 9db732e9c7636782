package de.kim.local.story;

import de.kim.local.FewAtOnce;
import de.kim.local.issuer.Accounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong at the desks: every request is refused with the reason that is written beside it,
 * or the story ends in trouble. Each is made of something that stays as it is, so that the story
 * told again is answered the same. A sample so small that nobody declined or started lacks the
 * mistakes that need them.
 */
record Mistakes(Desk desk) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Anybody can call; only the gateway can sign. */
    private static final Mistake SMS_WITHOUT_SIGNATURE =
            new Mistake(
                    Desk.NOTIFICATION,
                    "SMS_SIGNATURE_WRONG",
                    Accounts.COORDINATOR,
                    "/sms/reports",
                    Map.of("id", Desk.UNKNOWN, "state", "FAILED", "at", "2026-11-23T10:00:00Z"));

    /** Makes them all; returns the refusals, each as service and code. */
    List<String> make() {
        desk.auditCase();
        var intake = new IntakeMistakes(desk);
        var catalogue = new CatalogueMistakes(desk);
        var mistakes = new ArrayList<>(intake.all());
        mistakes.addAll(new TestDateMistakes(desk, intake).all());
        mistakes.addAll(catalogue.all());
        mistakes.addAll(AllocationMistakes.all());
        mistakes.addAll(new ReportMistakes(desk.today()).all());
        mistakes.addAll(RulebookMistakes.all(desk.today()));
        mistakes.addAll(SearchMistakes.all(desk.today()));
        mistakes.addAll(PostMistakes.all(desk));
        mistakes.add(SMS_WITHOUT_SIGNATURE);
        desk.offers("DECLINED").stream()
                .findFirst()
                .map(AllocationMistakes::tooLate)
                .ifPresent(mistakes::add);
        participant().ifPresent(seat -> mistakes.addAll(underWay(seat, intake, catalogue)));
        FewAtOnce.each(mistakes, desk::make);
        return mistakes.stream().map(Mistake::refusal).sorted().toList();
    }

    /** A person's place in a course that is under way. */
    private record Seat(JsonNode course, String referralId) {}

    private List<Mistake> underWay(Seat seat, IntakeMistakes intake, CatalogueMistakes catalogue) {
        var mistakes = new ArrayList<>(catalogue.underWay(seat.course(), seat.referralId()));
        desk.referrerOf(seat.referralId())
                .map(body -> completed(intake, seat.referralId(), body))
                .ifPresent(mistakes::add);
        return mistakes;
    }

    private Optional<Seat> participant() {
        var seats = seats();
        if (!seats.isEmpty()) {
            Await.until(
                    "That the start of a course reaches the allocation",
                    PATIENCE,
                    () -> seats.stream().anyMatch(this::begun));
        }
        return seats.stream().filter(this::begun).findFirst();
    }

    /** Whoever holds a place in a course that is under way, and may be missing in it. */
    private List<Seat> seats() {
        var accepted = desk.offers("ACCEPTED");
        return desk.courses("STARTED").stream()
                .flatMap(
                        course ->
                                accepted.stream()
                                        .filter(offer -> same("courseId", offer, course))
                                        .map(offer -> offer.path("referralId").asString(""))
                                        .sorted()
                                        .map(id -> new Seat(course, id)))
                .toList();
    }

    private boolean begun(Seat seat) {
        return desk.waiting(seat.referralId()).path("state").asString("").equals("BEGUN");
    }

    private Mistake completed(IntakeMistakes intake, String referralId, String body) {
        Await.until(
                "That the start of a course reaches the referral",
                PATIENCE,
                () ->
                        desk.referral(referralId, body)
                                .json()
                                .path("state")
                                .asString("")
                                .equals("COMPLETED"));
        return intake.completed(referralId, body);
    }

    private static boolean same(String name, JsonNode a, JsonNode b) {
        return a.path(name).asString("").equals(b.path(name).asString("-"));
    }
}
