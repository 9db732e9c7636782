package de.kim.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.rules.Course;
import de.kim.rules.Person;
import de.kim.rules.Prospects;
import de.kim.rules.Prospects.CourseProspect;
import de.kim.rules.RandomRound;
import de.kim.rules.RoundInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The ranks that people are told, against the orders that the verifier reads off the raw input. */
class ProspectsPropertiesTest {
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_rank_is_the_order_of_the_rule(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, 30, 6);
        RawEligibility eligibility = new RawEligibility(input);
        RawOrders orders = new RawOrders(input, eligibility);
        Map<UUID, List<RawOrders.Standing>> applicants = new HashMap<>();
        for (Course course : input.courses()) {
            List<RawOrders.Standing> standings = new ArrayList<>();
            for (Person person : input.people()) {
                eligibility
                        .entered(person, course)
                        .filter(section -> eligibility.open(person, course))
                        .filter(section -> orders.aboveHeld(person, course, section))
                        .ifPresent(
                                section ->
                                        standings.add(
                                                orders.standing(person, course, section.begins())));
            }
            applicants.put(course.courseId(), standings.stream().sorted().toList());
        }

        int told = 0;
        for (Person person : input.people()) {
            Prospects prospects = Prospects.of(input, person.referralId(), List.of());
            for (CourseProspect course : prospects.courses()) {
                List<RawOrders.Standing> order =
                        Objects.requireNonNull(applicants.get(course.courseId()));
                assertThat(course.applicants()).isEqualTo(order.size());
                assertThat(order.get(course.rank() - 1).referral()).isEqualTo(person.referralId());
                told++;
            }
        }
        assertThat(told)
                .as("everybody is told of every course they take part with")
                .isEqualTo(applicants.values().stream().mapToInt(List::size).sum());
    }
}
