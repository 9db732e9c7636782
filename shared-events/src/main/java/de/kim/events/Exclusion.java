package de.kim.events;

/**
 * Why a course is not open to a person: the hard eligibility tests of the allocation rule, in the
 * order in which they are listed to people. A full course is an outcome, not an exclusion.
 */
public enum Exclusion {
    /** The placement test recommends another course type. */
    COURSE_TYPE_MISMATCH,
    /** No section that fits the test result can still be entered. */
    SECTION_MISMATCH,
    /** The legal basis does not admit to this course type on that date. */
    LEGAL_BASIS_NOT_ADMISSIBLE,
    /** The entitlement lapses before the section begins. */
    ENTITLEMENT_LAPSES_BEFORE_START,
    /** A weekly course time lies outside the times the person has. */
    TIME_UNAVAILABLE,
    /** The person needs childcare and the course has none. */
    CHILDCARE_MISSING,
    /** The person needs an accessible venue and this one is not. */
    NOT_ACCESSIBLE,
    /** The venue is beyond the radius of the rulebook. */
    TOO_FAR,
    /** The course has begun, is cancelled or takes nobody any more. */
    ENTRY_CLOSED,
    /** The provider has no admission for this course type on the day the section begins. */
    PROVIDER_NOT_ADMITTED,
    /** The course type has an age limit that the person does not meet. */
    AGE_OUT_OF_RANGE,
    /** The course is for another target group (women, parents). */
    TARGET_GROUP,
    /** The person declined this course, and neither date, times nor venue changed since. */
    DECLINED_BEFORE,
    /** An offer of this course expired unanswered and interest was not confirmed since. */
    EXPIRED_BEFORE,
    /** The person asked for own wishes only, and this is none of them. */
    NOT_WISHED
}
