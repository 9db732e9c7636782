package de.kim.simulator;

import de.kim.rules.DeclinedCourse;
import de.kim.rules.Entitlement;
import de.kim.rules.Person;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person on their way through the simulated years. */
final class Applicant {
    private Person person;
    private @Nullable LocalDate starts;
    private @Nullable LocalDate lapsed;

    Applicant(Person person) {
        this.person = person;
    }

    Person person() {
        return person;
    }

    /** The day the accepted course begins for them. */
    @Nullable LocalDate starts() {
        return starts;
    }

    /** The day on which the last entitlement had lapsed. */
    @Nullable LocalDate lapsed() {
        return lapsed;
    }

    void accept(LocalDate day) {
        starts = day;
    }

    void decline(UUID course, int version) {
        Set<DeclinedCourse> declined = new HashSet<>(person.declined());
        declined.add(new DeclinedCourse(course, version));
        person = with(declined, person.expired());
    }

    void staySilent(UUID course) {
        Set<UUID> expired = new HashSet<>(person.expired());
        expired.add(course);
        person = with(person.declined(), expired);
    }

    /** Whether they still wait: who has no entitlement left leaves the list. */
    boolean waitsOn(LocalDate day) {
        for (Entitlement entitlement : person.entitlements()) {
            LocalDate last = entitlement.lapsesOn();
            if (last == null || !last.isBefore(day)) {
                return true;
            }
        }
        lapsed = day;
        return false;
    }

    private Person with(Set<DeclinedCourse> declined, Set<UUID> expired) {
        return new Person(
                person.referralId(),
                person.pseudonym(),
                person.entitlements(),
                person.registeredOn(),
                person.recommendedType(),
                person.recommendedSection(),
                person.ageBand(),
                person.gender(),
                person.childcareNeeded(),
                person.accessibilityNeeded(),
                person.municipality(),
                person.available(),
                person.wishes(),
                person.onlyWishes(),
                person.lostPlaceBefore(),
                declined,
                expired,
                person.lotteryNumber(),
                person.held());
    }
}
