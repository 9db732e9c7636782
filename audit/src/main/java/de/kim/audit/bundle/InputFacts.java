package de.kim.audit.bundle;

import de.kim.events.CourseScheduled;
import de.kim.events.CourseType;
import de.kim.events.Envelope;
import de.kim.events.ReferralRequested;
import de.kim.events.RoundOpened;
import de.kim.events.Wish;
import de.kim.events.WishesChanged;
import de.kim.rules.Course;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What events tell of the people and courses of a round, as of the sequences that the round rests
 * on: who has the key may bend an input before committing to it, and not the history it came from.
 */
final class InputFacts {
    private record Wishes(long sequence, List<Wish> wishes, boolean only) {}

    private record Told(LocalDate registeredOn, List<Wishes> wishes) {}

    private record Offered(String provider, CourseType type) {}

    private final EntitlementFacts entitlements = new EntitlementFacts();
    private final Map<UUID, Told> referrals = new HashMap<>();
    private final Map<UUID, Offered> courses = new HashMap<>();

    void take(Envelope envelope) {
        entitlements.take(envelope);
        switch (envelope.event()) {
            case ReferralRequested e -> {
                Told told = new Told(e.registeredOn(), new ArrayList<>(1));
                told.wishes().add(new Wishes(envelope.sequence(), e.wishes(), e.onlyWishes()));
                referrals.put(e.referralId(), told);
            }
            case WishesChanged e ->
                    Optional.ofNullable(referrals.get(e.referralId()))
                            .ifPresent(
                                    told ->
                                            told.wishes()
                                                    .add(
                                                            new Wishes(
                                                                    envelope.sequence(),
                                                                    e.wishes(),
                                                                    e.onlyWishes())));
            case CourseScheduled e ->
                    courses.put(e.courseId(), new Offered(e.providerId(), e.courseType()));
            default -> {}
        }
    }

    /** What differs goes into the findings. */
    void compare(RoundOpened opened, RoundInput input, Findings findings) {
        input.people().forEach(person -> compare(opened, person, findings));
        input.courses().forEach(course -> compare(opened, course, findings));
    }

    private void compare(RoundOpened opened, Person person, Findings findings) {
        Told told = referrals.get(person.referralId());
        Long seen = opened.lastSeen().get("kim.referrals/" + person.referralId());
        if (told == null || seen == null) {
            // the ledger does not have it yet: lastSeen is looked at elsewhere
            return;
        }
        if (!told.registeredOn().equals(person.registeredOn())) {
            findings.violated(
                    "round %s: person %s (referral %s) is registered on %s in the input, on %s in the events"
                            .formatted(
                                    opened.roundId(),
                                    person.pseudonym(),
                                    person.referralId(),
                                    person.registeredOn(),
                                    told.registeredOn()));
        }
        entitlements.compare(opened, person, seen, findings);
        Wishes then =
                told.wishes().stream()
                        .filter(wishes -> wishes.sequence() <= seen)
                        .reduce((before, after) -> after)
                        .orElse(null);
        if (then != null
                && (!then.wishes().equals(person.wishes()) || then.only() != person.onlyWishes())) {
            findings.violated(
                    "round %s: person %s (referral %s) has other wishes in the input than in the events"
                            .formatted(opened.roundId(), person.pseudonym(), person.referralId()));
        }
    }

    private void compare(RoundOpened opened, Course course, Findings findings) {
        Offered offered = courses.get(course.courseId());
        if (offered != null
                && (!offered.provider().equals(course.providerId())
                        || offered.type() != course.type())) {
            findings.violated(
                    "round %s: course %s has another provider or type in the input than in the events"
                            .formatted(opened.roundId(), course.courseId()));
        }
    }
}
