package de.kim.rules;

import de.kim.events.CourseTypeRule;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.events.Wish;
import de.kim.rules.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a round's input: lines of {@code kind key=value …}, in a fixed order, all
 * sets sorted. It is what the round's digest commits to, so it changes only under a new first line.
 * {@link KeptInput} puts the lines together.
 */
final class CanonicalInput {
    static final Comparator<Admission> ADMISSIONS = Comparator.comparing(CanonicalInput::admission);

    private CanonicalInput() {}

    /** What is of nobody and no course: the first part. */
    static String head(RoundInput input) {
        Stream<String> lines =
                Stream.of(
                                Stream.of("kim-round-input 2", "held-on " + input.heldOn()),
                                Stream.of(rulebook(input.rulebook())),
                                sorted(input.rulebook().courseTypes(), CanonicalInput::courseType),
                                sorted(input.rulebook().legalBases(), CanonicalInput::legalBasis),
                                input.municipalities().stream().map(CanonicalInput::municipality),
                                input.admissions().stream().map(CanonicalInput::admission))
                        .flatMap(part -> part);
        return lines.collect(Collectors.joining("\n"));
    }

    private static String rulebook(Rulebook rules) {
        return line(
                "rulebook",
                "version=" + rules.version(),
                "algorithm=" + rules.algorithmVersion(),
                "radius-km=" + rules.radiusKm(),
                "offer-working-days=" + rules.offerPeriodWorkingDays(),
                "unreached-working-days=" + rules.unreachedWorkingDays(),
                "refill-days=" + rules.refillDaysBeforeStart(),
                "late-entry-ue=" + rules.lateEntryUe(),
                "start-days=" + rules.registrationToStartDays());
    }

    private static String courseType(CourseTypeRule rule) {
        return line(
                "course-type",
                rule.type().name(),
                "sections=" + rule.sections(),
                "max=" + rule.maxGroup(),
                "min=" + rule.minGroup(),
                "begun-from=" + orNone(rule.begunFrom()),
                "begun-before=" + orNone(rule.begunBefore()),
                "under-age=" + orNone(rule.underAge()));
    }

    private static String legalBasis(LegalBasisRule rule) {
        return line(
                "legal-basis",
                rule.basis().name(),
                "obliged=" + rule.obliged(),
                "priority=" + rule.priority(),
                "no-new-since=" + orNone(rule.noNewSince()),
                "from-age=" + orNone(rule.fromAge()));
    }

    private static String municipality(Municipality place) {
        return line("municipality", place.key(), point(place.latitudeE6(), place.longitudeE6()));
    }

    private static String admission(Admission admission) {
        return line(
                "admission",
                escaped(admission.providerId()),
                "from=" + admission.from(),
                "until=" + admission.until(),
                "types=" + joined(admission.courseTypes(), Enum::name));
    }

    static String course(Course course) {
        Venue venue = course.venue();
        return line(
                "course",
                course.courseId().toString(),
                "provider=" + escaped(course.providerId()),
                "type=" + course.type(),
                "version=" + course.version(),
                "open=" + course.open(),
                "free=" + course.freePlaces(),
                "childcare=" + course.childcare(),
                "women-only=" + course.womenOnly(),
                "online=" + course.online(),
                "accessible=" + venue.accessible(),
                point(venue.latitudeE6(), venue.longitudeE6()),
                "times=" + joined(course.times(), CanonicalInput::time),
                // sections are sorted by number already
                "sections="
                        + course.sections().stream()
                                .map(s -> s.number() + ":" + s.begins() + "/" + s.ends())
                                .collect(Collectors.joining(",")));
    }

    static String person(Person person) {
        HeldPlace held = person.held();
        return line(
                "person",
                person.referralId().toString(),
                "pseudonym=" + person.pseudonym(),
                "registered=" + person.registeredOn(),
                "type=" + person.recommendedType(),
                "section=" + person.recommendedSection(),
                "age=" + person.ageBand(),
                "gender=" + person.gender(),
                "childcare=" + person.childcareNeeded(),
                "accessibility=" + person.accessibilityNeeded(),
                "municipality=" + person.municipality(),
                "lost-place=" + person.lostPlaceBefore(),
                "lottery=" + person.lotteryNumber(),
                "held=" + (held == null ? "none" : held.courseId() + ":" + held.section()),
                "only-wishes=" + person.onlyWishes(),
                "wishes="
                        + person.wishes().stream()
                                .map(CanonicalInput::wish)
                                .collect(Collectors.joining(",")),
                "entitlements=" + joined(person.entitlements(), CanonicalInput::entitlement),
                "available=" + joined(person.available(), CanonicalInput::time),
                "declined=" + joined(person.declined(), d -> d.courseId() + ":" + d.version()),
                "expired=" + joined(person.expired(), UUID::toString),
                "salt=" + orNone(person.salt()));
    }

    /** In the place of somebody whose line is erased. */
    static String erased(UUID referralId, Hash leaf) {
        return line("erased", referralId.toString(), "leaf=" + leaf);
    }

    static String fixed(Assignment place) {
        return line(
                "fixed",
                place.referralId().toString(),
                "course=" + place.courseId(),
                "section=" + place.section());
    }

    private static String wish(Wish wish) {
        return escaped(wish.providerId()) + ":" + orNone(wish.courseId());
    }

    private static String entitlement(Entitlement e) {
        return e.basis() + ":" + e.entitledOn() + "/" + orNone(e.lapsesOn());
    }

    /** Minutes of the day, so that no formatter decides about the bytes. */
    private static String time(WeeklyTime time) {
        return time.day().getValue()
                + ":"
                + time.from().toSecondOfDay() / 60
                + "-"
                + time.to().toSecondOfDay() / 60;
    }

    private static String point(int latitudeE6, int longitudeE6) {
        return "at=" + latitudeE6 + "," + longitudeE6;
    }

    private static String line(String... words) {
        return String.join(" ", words);
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    private static <T> Stream<String> sorted(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).sorted();
    }

    private static <T> String joined(Collection<T> set, Function<T, String> text) {
        return set.stream().map(text).distinct().sorted().collect(Collectors.joining(","));
    }

    /**
     * Letters, digits and {@code -._} stay; every other byte becomes {@code %} and two hex digits.
     */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if ((b >= '0' && b <= '9')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= 'a' && b <= 'z')
                    || b == '-'
                    || b == '.'
                    || b == '_') {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return out.toString();
    }
}
