package de.kim.rules;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rulebooks this version of KIM is delivered with. A rule is never deleted, it ends. */
public final class Rulebooks {
    private static final LocalDate REFORM = LocalDate.of(2025, 5, 1);

    /**
     * Rulebook 1. Course types: §§ 10–14 IntV, the orientation course counted as the last section,
     * group sizes as last published (2016), a minimum of 5 where none is published. Radius, offer
     * period and the period without proof of reach are the network's own defaults.
     */
    public static final Rulebook FIRST =
            new Rulebook(1, 1, courseTypes(), legalBases(), 25, 3, 5, 10, 25, 42);

    private Rulebooks() {}

    private static List<CourseTypeRule> courseTypes() {
        return List.of(
                type(CourseType.GENERAL, 7, 25, 5, null, null, null),
                type(CourseType.INTENSIVE, 5, 20, 5, null, null, null),
                type(CourseType.LITERACY, 10, 16, 12, null, null, null),
                type(CourseType.SECOND_SCRIPT, 10, 16, 5, null, null, null),
                type(CourseType.LOW_LITERACY, 10, 16, 12, REFORM, null, null),
                type(CourseType.SPECIAL_SUPPORT, 10, 23, 5, null, null, null),
                type(CourseType.SENSORY, 10, 11, 5, null, null, null),
                type(CourseType.YOUTH, 10, 20, 5, null, REFORM, 27),
                type(CourseType.PARENTS, 10, 23, 5, null, REFORM, null),
                type(CourseType.WOMEN, 10, 23, 5, null, REFORM, null),
                type(CourseType.REPEAT, 3, 25, 5, null, null, null));
    }

    private static List<LegalBasisRule> legalBases() {
        return List.of(
                basis(LegalBasis.ENTITLED_44_1, false, false, null, null),
                basis(LegalBasis.OBLIGED_ABH, true, false, null, null),
                basis(LegalBasis.OBLIGED_JOBCENTER, true, true, null, null),
                basis(LegalBasis.COOPERATION_PLAN_5A, false, true, null, null),
                basis(LegalBasis.OBLIGED_ASYLBLG, true, false, null, 18),
                basis(LegalBasis.ADMITTED_44_4, false, false, LocalDate.of(2026, 2, 9), null),
                basis(LegalBasis.RESETTLER_BVFG_9, false, false, null, null),
                basis(LegalBasis.SELF_PAYER, false, false, null, null));
    }

    private static CourseTypeRule type(
            CourseType type,
            int sections,
            int maxGroup,
            int minGroup,
            @Nullable LocalDate begunFrom,
            @Nullable LocalDate begunBefore,
            @Nullable Integer underAge) {
        return new CourseTypeRule(
                type, sections, maxGroup, minGroup, begunFrom, begunBefore, underAge);
    }

    private static LegalBasisRule basis(
            LegalBasis basis,
            boolean obliged,
            boolean priority,
            @Nullable LocalDate noNewSince,
            @Nullable Integer fromAge) {
        return new LegalBasisRule(basis, obliged, priority, noNewSince, fromAge);
    }
}
