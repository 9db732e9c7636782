package de.kim.referral.write;

import de.kim.events.CourseType;
import java.time.LocalDate;

/** The result of a placement test as somebody says it is. Sections count from 1. */
public record StatedResult(
        LocalDate testedOn,
        CourseType recommendedType,
        int recommendedSection,
        boolean dispensable) {}
