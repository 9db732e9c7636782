package de.kim.audit.fold;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Rulebook;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the report needs of a rulebook: one row.
 *
 * @param smallest how many people a group has at least, by course type
 */
public record ReportRulebook(int version, Map<CourseType, Integer> smallest) {
    public ReportRulebook {
        Map<CourseType, Integer> copy = new EnumMap<>(CourseType.class);
        copy.putAll(smallest);
        smallest = Collections.unmodifiableMap(copy);
    }

    static ReportRulebook of(Rulebook rulebook) {
        Map<CourseType, Integer> smallest = new EnumMap<>(CourseType.class);
        for (CourseTypeRule rule : rulebook.courseTypes()) {
            smallest.put(rule.type(), rule.minGroup());
        }
        return new ReportRulebook(rulebook.version(), smallest);
    }
}
