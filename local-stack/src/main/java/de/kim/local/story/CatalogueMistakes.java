package de.kim.local.story;

import de.kim.local.issuer.Accounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong where providers are admitted and courses are reported, with a provider and two
 * courses made for it: one that is cancelled, one of a single day that is over.
 */
record CatalogueMistakes(Desk desk) {
    private static final String PROVIDER = "traeger-09";
    private static final String FORMER_PROVIDER = "traeger-12";
    private static final Map<String, Object> PLACES = Map.of("places", 1);

    List<Mistake> all() {
        admit(PROVIDER, "Sprachschule Kiefer (Beispiel)");
        var planning = new PlanningMistakes(PROVIDER, desk.today());
        var mistakes = new ArrayList<>(planning.all());
        mistakes.addAll(admitting());
        mistakes.add(cancelled(schedule("cancelled", planning.course(45, 55))));
        mistakes.add(completed(schedule("completed", planning.course(0, 0))));
        mistakes.add(
                new Mistake(
                        Desk.CATALOG,
                        "COURSE_NOT_FOUND",
                        PROVIDER,
                        of(Desk.UNKNOWN, "places"),
                        PLACES));
        desk.courses("SCHEDULED").stream().findFirst().map(this::tooEarly).ifPresent(mistakes::add);
        return mistakes;
    }

    /** What is asked of a course that is under way. */
    List<Mistake> underWay(JsonNode course, String participant) {
        var id = course.path("courseId").asString("");
        var provider = course.path("providerId").asString("");
        var begun = LocalDate.parse(course.path("startedOn").asString(""));
        var people = List.of(participant);
        return List.of(
                mistake(
                        "COURSE_ALREADY_STARTED",
                        provider,
                        of(id, "cancellation"),
                        Map.of("reason", "NO_ROOM")),
                mistake(
                        "BEFORE_COURSE_START",
                        provider,
                        of(id, "completion"),
                        Map.of("completedOn", begun.minusDays(1))),
                mistake(
                        "PARTICIPANT_TWICE",
                        provider,
                        of(id, "start"),
                        came(begun, people, people)),
                mistake(
                        "DAY_IN_FUTURE",
                        provider,
                        of(id, "start"),
                        came(desk.today().plusDays(1), people, List.of())));
    }

    private List<Mistake> admitting() {
        var today = desk.today();
        admit(FORMER_PROVIDER, "Sprachschule Espe (Beispiel)");
        var returned = end(today, "RETURNED");
        desk.post(
                Desk.CATALOG,
                Accounts.COORDINATOR,
                ending(FORMER_PROVIDER),
                "admission-end",
                returned);
        var reversed = new HashMap<>(admission(PROVIDER, "Sprachschule Kiefer (Beispiel)"));
        reversed.put("until", today.minusDays(31));
        return List.of(
                mistake(
                        "ADMISSION_DATES_REVERSED",
                        Accounts.COORDINATOR,
                        "/api/providers",
                        reversed),
                mistake(
                        "ADMISSION_ALREADY_ENDED",
                        Accounts.COORDINATOR,
                        ending(FORMER_PROVIDER),
                        end(today, "REVOKED")),
                mistake(
                        "ADMISSION_MISSING",
                        Accounts.COORDINATOR,
                        ending(PROVIDER),
                        end(today.minusYears(9), "RETURNED")));
    }

    private Mistake cancelled(String courseId) {
        act(courseId, "cancellation", Map.of("reason", "TOO_FEW_PARTICIPANTS"));
        return mistake("COURSE_CANCELLED", PROVIDER, of(courseId, "places-confirmation"), PLACES);
    }

    private Mistake completed(String courseId) {
        act(courseId, "start", came(desk.today(), List.of(), List.of()));
        act(courseId, "completion", Map.of("completedOn", desk.today()));
        return mistake("COURSE_ALREADY_COMPLETED", PROVIDER, of(courseId, "places"), PLACES);
    }

    private Mistake tooEarly(JsonNode course) {
        return mistake(
                "COURSE_NOT_STARTED",
                course.path("providerId").asString(""),
                of(course.path("courseId").asString(""), "completion"),
                Map.of("completedOn", desk.today()));
    }

    private void admit(String provider, String name) {
        desk.post(
                Desk.CATALOG,
                Accounts.COORDINATOR,
                "/api/providers",
                "admit-" + provider,
                admission(provider, name));
    }

    private Map<String, Object> admission(String provider, String name) {
        return Map.of(
                "providerId",
                provider,
                "name",
                name,
                "courseTypes",
                List.of("REPEAT"),
                "kind",
                "FIRST",
                "from",
                desk.today().minusDays(30),
                "until",
                desk.today().plusDays(700),
                "online",
                false,
                "area",
                List.of("03404"));
    }

    private String schedule(String name, Map<String, Object> course) {
        return desk.post(Desk.CATALOG, PROVIDER, "/api/courses", name, course)
                .json()
                .path("courseId")
                .asString("");
    }

    private void act(String courseId, String what, Map<String, Object> content) {
        desk.post(Desk.CATALOG, PROVIDER, of(courseId, what), what, content);
    }

    private static Mistake mistake(
            String code, String user, String path, Map<String, Object> content) {
        return new Mistake(Desk.CATALOG, code, user, path, content);
    }

    private static Map<String, Object> came(
            LocalDate day, List<String> started, List<String> missing) {
        return Map.of("startedOn", day, "started", started, "missing", missing);
    }

    private static Map<String, Object> end(LocalDate day, String reason) {
        return Map.of("endedOn", day, "reason", reason);
    }

    private static String ending(String provider) {
        return "/api/providers/" + provider + "/admission-end";
    }

    private static String of(String courseId, String what) {
        return "/api/courses/" + courseId + "/" + what;
    }
}
