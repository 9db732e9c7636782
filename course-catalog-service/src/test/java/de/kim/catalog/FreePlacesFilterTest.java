package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor;
import de.kim.rules.Distance;
import de.kim.rules.Municipalities;
import de.kim.rules.Municipality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever is asked for, the list is what one would pick by hand. */
class FreePlacesFilterTest extends RunningCatalog {
    private static final List<String> TYPES = List.of("GENERAL", "INTENSIVE", "LITERACY");
    private static final List<String> DAYS = List.of("MONDAY", "WEDNESDAY", "SATURDAY");
    private static final List<String> TIMES = List.of("08:30", "13:00", "17:15", "20:45");
    private static final int COURSES = 60;
    private static final int QUESTIONS = 300;

    private final String provider = "traeger-" + UUID.randomUUID();
    private final Random random = new Random(20_261_123);

    /** A question, and how one answers it by hand. */
    private record Question(String query, Predicate<JsonNode> fits) {}

    @Test
    void the_list_is_what_one_would_pick_by_hand() {
        post(
                provider,
                "/api/providers",
                SampleBodies.provider(
                        provider, Map.of("courseTypes", TYPES, "area", List.of("03"))));
        for (int i = 0; i < COURSES; i++) {
            FrontDoor.Reply planned =
                    post(provider, "/api/courses", SampleBodies.course(randomCourse()));
            assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        }
        List<JsonNode> courses =
                get(BODY, "/api/courses?limit=200&providerId=" + provider)
                        .json()
                        .path("items")
                        .valueStream()
                        .toList();
        assertThat(courses).hasSize(COURSES);
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = randomQuestion();
            List<String> byHand = ids(courses.stream().filter(question.fits).toList());
            assertThat(answer(question.query))
                    .as(question.query)
                    .containsExactlyInAnyOrderElementsOf(byHand);
            found += byHand.isEmpty() ? 0 : 1;
        }
        // else the questions were too narrow to tell anything
        assertThat(found).isGreaterThan(QUESTIONS / 4);
    }

    private Map<String, Object> randomCourse() {
        Municipality place = any(Municipalities.OSNABRUECK);
        List<Map<String, String>> times = new ArrayList<>();
        for (String day : DAYS) {
            int from = random.nextInt(TIMES.size() - 1);
            if (times.isEmpty() || random.nextBoolean()) {
                times.add(Map.of("day", day, "from", TIMES.get(from), "to", TIMES.get(from + 1)));
            }
        }
        Map<String, Object> course = new HashMap<>();
        course.put("providerId", provider);
        course.put("courseType", any(TYPES));
        course.put("places", 5);
        course.put("times", times);
        course.put("childcare", random.nextBoolean());
        course.put("womenOnly", random.nextBoolean());
        course.put("online", random.nextInt(4) == 0);
        if (random.nextBoolean()) {
            course.put("extent", any(List.of("FULL_TIME", "PART_TIME")));
        }
        course.put(
                "venue",
                Map.of(
                        "municipality",
                        place.key(),
                        "latitudeE6",
                        place.latitudeE6() + random.nextInt(20_000) - 10_000,
                        "longitudeE6",
                        place.longitudeE6() + random.nextInt(20_000) - 10_000,
                        "accessible",
                        random.nextBoolean()));
        return course;
    }

    private Question randomQuestion() {
        List<Question> asked = new ArrayList<>();
        while (asked.isEmpty()) {
            for (Question filter : filters()) {
                if (random.nextInt(5) == 0) {
                    asked.add(filter);
                }
            }
        }
        return asked.stream()
                .reduce(
                        new Question("full=true&limit=200&providerId=" + provider, course -> true),
                        (all, one) ->
                                new Question(all.query + "&" + one.query, all.fits.and(one.fits)));
    }

    private List<Question> filters() {
        String type = any(TYPES);
        String other = any(TYPES);
        Municipality town = any(Municipalities.OSNABRUECK);
        String district = any(List.of("03404", "03459", "03241"));
        int km = 1 + random.nextInt(40);
        boolean yes = random.nextBoolean();
        String extent = any(List.of("FULL_TIME", "PART_TIME"));
        List<String> days = List.of(any(DAYS), any(DAYS));
        String early = any(TIMES);
        String late = any(TIMES);
        return List.of(
                new Question(
                        "courseType=" + type + "&courseType=" + other,
                        c -> List.of(type, other).contains(c.path("courseType").asString())),
                new Question(
                        "municipality=" + district + "," + town.key(),
                        c ->
                                municipality(c).startsWith(district)
                                        || municipality(c).equals(town.key())),
                new Question(
                        "near=" + town.key() + "&withinKm=" + km,
                        c -> c.path("online").asBoolean() || kilometres(town, c) <= km),
                is("childcare", yes),
                is("womenOnly", yes),
                is("online", yes),
                new Question(
                        "accessible=" + yes,
                        c -> c.path("venue").path("accessible").asBoolean() == yes),
                new Question("extent=" + extent, c -> c.path("extent").asString("").equals(extent)),
                new Question(
                        "weekday=" + String.join(",", days),
                        c -> times(c).allMatch(t -> days.contains(t.path("day").asString()))),
                new Question(
                        "notBefore=" + early,
                        c ->
                                times(c).noneMatch(
                                                t ->
                                                        t.path("from").asString().compareTo(early)
                                                                < 0)),
                new Question(
                        "notAfter=" + late,
                        c ->
                                times(c).noneMatch(
                                                t ->
                                                        t.path("to")
                                                                        .asString()
                                                                        .substring(0, 5)
                                                                        .compareTo(late)
                                                                > 0)));
    }

    private static Question is(String field, boolean value) {
        return new Question(field + "=" + value, c -> c.path(field).asBoolean() == value);
    }

    private static String municipality(JsonNode course) {
        return course.path("venue").path("municipality").asString();
    }

    private static int kilometres(Municipality centre, JsonNode course) {
        JsonNode venue = course.path("venue");
        return Distance.kilometres(
                centre.latitudeE6(),
                centre.longitudeE6(),
                venue.path("latitudeE6").asInt(),
                venue.path("longitudeE6").asInt());
    }

    private static java.util.stream.Stream<JsonNode> times(JsonNode course) {
        return course.path("times").valueStream();
    }

    private List<String> answer(String query) {
        FrontDoor door = FrontDoor.stranger(port());
        FrontDoor.Reply reply = door.send(door.request("/api/free-places?" + query).GET().build());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return ids(reply.json().path("items").valueStream().toList());
    }

    private static List<String> ids(List<JsonNode> courses) {
        return courses.stream().map(course -> course.path("courseId").asString()).toList();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
