package de.kim.system.bench;

import de.kim.events.AgeBand;
import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import de.kim.rules.Course;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.simulator.SampleRound;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * People and courses of the simulator's mix, as the services' APIs take them. Everybody lives in
 * Stadt and Landkreis, because that is where the services know the places; dates are moved to what
 * is ahead of today.
 */
final class Nation {
    private static final int RADIUS_KM = 25;
    private static final int DAYS_AHEAD = 21;

    private final LocalDate today;
    private final RoundInput mix;

    Nation(LocalDate today, int people, int courses) {
        this.today = today;
        mix = SampleRound.of(people, courses, RADIUS_KM, 11);
    }

    List<Person> people() {
        return mix.people();
    }

    List<Course> courses() {
        return mix.courses();
    }

    static Map<String, Object> provider(LocalDate today, String code) {
        return Map.of(
                "providerId",
                code,
                "name",
                "Sprachschule " + code + " (Beispiel)",
                "courseTypes",
                List.of(
                        "GENERAL",
                        "LITERACY",
                        "INTENSIVE",
                        "SECOND_SCRIPT",
                        "SPECIAL_SUPPORT",
                        "LOW_LITERACY"),
                "kind",
                "FIRST",
                "from",
                today.minusDays(10).toString(),
                "until",
                today.plusDays(1000).toString());
    }

    /** The provider's account. */
    static String provider(Course course) {
        var number = course.providerId().substring(course.providerId().lastIndexOf('-') + 1);
        return "traeger-%02d".formatted(Integer.parseInt(number) + 1);
    }

    Map<String, Object> course(Course course) {
        return Map.ofEntries(
                Map.entry("providerId", provider(course)),
                Map.entry("courseType", course.type().name()),
                Map.entry("sections", course.sections().stream().map(this::section).toList()),
                Map.entry("times", course.times().stream().map(Nation::time).toList()),
                Map.entry(
                        "venue",
                        Map.of(
                                "municipality", course.venue().municipality(),
                                "latitudeE6", course.venue().latitudeE6(),
                                "longitudeE6", course.venue().longitudeE6(),
                                "accessible", course.venue().accessible())),
                Map.entry("childcare", course.childcare()),
                Map.entry("womenOnly", course.womenOnly()),
                Map.entry("online", course.online()),
                Map.entry("places", course.freePlaces()));
    }

    private Map<String, Object> section(Section section) {
        return Map.of(
                "number", section.number(),
                "begins", moved(section.begins()).toString(),
                "ends", moved(section.ends()).toString());
    }

    private LocalDate moved(LocalDate day) {
        return today.plusDays(DAYS_AHEAD + ChronoUnit.DAYS.between(mix.heldOn(), day));
    }

    private static Map<String, Object> time(WeeklyTime time) {
        return Map.of(
                "day", time.day().name(),
                "from", time.from().toString(),
                "to", time.to().toString());
    }

    Map<String, Object> referral(Person person) {
        var entitlement = person.entitlements().getFirst();
        var referral = new LinkedHashMap<String, Object>();
        referral.put("surname", name());
        referral.put("firstName", name());
        referral.put("birthDate", birthday(person.ageBand()).toString());
        referral.put("preferredLanguage", "uk");
        referral.put("gender", person.gender().name());
        referral.put("municipality", person.municipality());
        referral.put("nationalityGroup", "UKRAINE");
        referral.put("languages", List.of("uk"));
        referral.put("childcareNeeded", person.childcareNeeded());
        referral.put("accessibilityNeeded", person.accessibilityNeeded());
        referral.put("available", person.available().stream().map(Nation::time).toList());
        referral.put("legalBasis", entitlement.basis().name());
        referral.put("entitledOn", today.minusDays(30).toString());
        if (entitlement.lapsesOn() != null) {
            referral.put("lapsesOn", today.plusDays(300).toString());
        }
        referral.put("consent", true);
        return referral;
    }

    Map<String, Object> test(Person person) {
        return Map.of(
                "testedOn", today.toString(),
                "recommendedType", person.recommendedType().name(),
                "recommendedSection", person.recommendedSection(),
                "dispensable", false);
    }

    /** Somewhere in the middle of the band. */
    private LocalDate birthday(AgeBand band) {
        var years =
                switch (band) {
                    case UNDER_16 -> 15;
                    case FROM_16_TO_17 -> 17;
                    case FROM_18_TO_26 -> 22;
                    case FROM_27_TO_39 -> 33;
                    case FROM_40_TO_59 -> 48;
                    case FROM_60 -> 66;
                };
        return today.minusYears(years).minusDays(ThreadLocalRandom.current().nextInt(300));
    }

    /** Nobody who is known already: whoever is like somebody else would be linked. */
    private static String name() {
        return ThreadLocalRandom.current()
                .ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
