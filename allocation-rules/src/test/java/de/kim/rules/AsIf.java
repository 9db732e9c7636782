package de.kim.rules;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Exclusion;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input as a matcher with a bug would read it: one that forgets a test decides as if nobody
 * could fail it.
 */
final class AsIf {
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private AsIf() {}

    /** The input of a matcher that forgets this test. */
    static RoundInput without(Exclusion test, RoundInput input) {
        return new RoundInput(
                input.heldOn(),
                rulebook(test, input.rulebook()),
                input.people().stream().map(person -> person(test, person)).toList(),
                input.courses().stream().map(course -> course(test, course)).toList(),
                test == Exclusion.PROVIDER_NOT_ADMITTED ? everybody(input) : input.admissions(),
                input.municipalities());
    }

    /** As if the placement test had recommended this type to all, and so many sections further. */
    static RoundInput recommending(RoundInput input, @Nullable CourseType type, int further) {
        List<Person> people =
                input.people().stream()
                        .map(
                                person ->
                                        recommended(
                                                person,
                                                type == null ? person.recommendedType() : type,
                                                person.recommendedSection() + further))
                        .toList();
        return with(input, people, input.courses());
    }

    private static Person recommended(Person person, CourseType type, int section) {
        return new Person(
                person.referralId(),
                person.pseudonym(),
                person.entitlements(),
                person.registeredOn(),
                type,
                section,
                person.ageBand(),
                person.gender(),
                person.childcareNeeded(),
                person.accessibilityNeeded(),
                person.municipality(),
                person.available(),
                person.wishes(),
                person.onlyWishes(),
                person.lostPlaceBefore(),
                person.declined(),
                person.expired(),
                person.lotteryNumber(),
                person.held());
    }

    static RoundInput with(RoundInput input, List<Person> people, List<Course> courses) {
        return new RoundInput(
                input.heldOn(),
                input.rulebook(),
                people,
                courses,
                input.admissions(),
                input.municipalities());
    }

    static Course withPlaces(Course course, int more) {
        return new Course(
                course.courseId(),
                course.providerId(),
                course.type(),
                course.sections(),
                course.times(),
                course.venue(),
                course.childcare(),
                course.womenOnly(),
                course.online(),
                course.freePlaces() + more,
                course.version(),
                course.open());
    }

    private static List<Admission> everybody(RoundInput input) {
        return input.courses().stream()
                .map(
                        course ->
                                new Admission(
                                        course.providerId(),
                                        List.of(CourseType.values()),
                                        LONG_AGO,
                                        LocalDate.of(2100, 1, 1)))
                .toList();
    }

    private static Rulebook rulebook(Exclusion test, Rulebook rules) {
        List<CourseTypeRule> types =
                rules.courseTypes().stream()
                        .map(rule -> test == Exclusion.AGE_OUT_OF_RANGE ? ageless(rule) : rule)
                        .toList();
        List<LegalBasisRule> bases =
                test == Exclusion.LEGAL_BASIS_NOT_ADMISSIBLE
                        ? Arrays.stream(LegalBasis.values()).map(AsIf::admitting).toList()
                        : rules.legalBases();
        return new Rulebook(
                rules.version(),
                rules.algorithmVersion(),
                types,
                bases,
                test == Exclusion.TOO_FAR ? 10_000 : rules.radiusKm(),
                rules.offerPeriodWorkingDays(),
                rules.unreachedWorkingDays(),
                rules.refillDaysBeforeStart(),
                rules.lateEntryUe(),
                rules.registrationToStartDays());
    }

    private static CourseTypeRule ageless(CourseTypeRule rule) {
        return new CourseTypeRule(
                rule.type(),
                rule.sections(),
                rule.maxGroup(),
                rule.minGroup(),
                rule.begunFrom(),
                rule.begunBefore(),
                null);
    }

    private static LegalBasisRule admitting(LegalBasis basis) {
        return new LegalBasisRule(basis, false, false, null, null);
    }

    private static Course course(Exclusion test, Course course) {
        return new Course(
                course.courseId(),
                course.providerId(),
                course.type() == CourseType.WOMEN && test == Exclusion.TARGET_GROUP
                        ? CourseType.GENERAL
                        : course.type(),
                course.sections(),
                course.times(),
                course.venue(),
                course.childcare(),
                test != Exclusion.TARGET_GROUP && course.womenOnly(),
                course.online(),
                course.freePlaces(),
                course.version(),
                test == Exclusion.ENTRY_CLOSED || course.open());
    }

    private static Person person(Exclusion test, Person person) {
        return new Person(
                person.referralId(),
                person.pseudonym(),
                person.entitlements().stream().map(e -> entitlement(test, e)).toList(),
                person.registeredOn(),
                person.recommendedType(),
                person.recommendedSection(),
                person.ageBand(),
                test == Exclusion.TARGET_GROUP ? Gender.FEMALE : person.gender(),
                test != Exclusion.CHILDCARE_MISSING && person.childcareNeeded(),
                test != Exclusion.NOT_ACCESSIBLE && person.accessibilityNeeded(),
                person.municipality(),
                test == Exclusion.TIME_UNAVAILABLE ? List.of() : person.available(),
                person.wishes(),
                test != Exclusion.NOT_WISHED && person.onlyWishes(),
                person.lostPlaceBefore(),
                test == Exclusion.DECLINED_BEFORE ? Set.of() : person.declined(),
                test == Exclusion.EXPIRED_BEFORE ? Set.of() : person.expired(),
                person.lotteryNumber(),
                person.held());
    }

    private static Entitlement entitlement(Exclusion test, Entitlement e) {
        return test == Exclusion.ENTITLEMENT_LAPSES_BEFORE_START
                ? new Entitlement(e.basis(), e.entitledOn(), null)
                : e;
    }
}
