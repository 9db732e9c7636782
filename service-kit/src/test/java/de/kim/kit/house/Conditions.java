package de.kim.kit.house;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions that ArchUnit lacks. */
final class Conditions {
    private Conditions() {}

    static <T extends HasDescription & HasSourceCodeLocation> ArchCondition<T> each(
            String description, Predicate<T> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                item,
                                holds.test(item),
                                item.getDescription() + " should " + description));
            }
        };
    }
}
