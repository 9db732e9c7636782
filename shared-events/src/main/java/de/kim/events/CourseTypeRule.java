package de.kim.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rulebook says of one course type. {@code maxGroup} and {@code minGroup} count people;
 * {@code begunFrom} and {@code begunBefore} bound the start of courses of this type (null:
 * unbounded); {@code underAge} is the age a participant must not have reached (null: none).
 */
public record CourseTypeRule(
        CourseType type,
        int sections,
        int maxGroup,
        int minGroup,
        @Nullable LocalDate begunFrom,
        @Nullable LocalDate begunBefore,
        @Nullable Integer underAge) {}
