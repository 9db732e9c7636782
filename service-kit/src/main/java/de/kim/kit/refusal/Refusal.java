package de.kim.kit.refusal;

/**
 * Why something was refused: an answer, not a crash. Implemented by one enum per service, whose
 * constants say why ({@code AllocationRefusal.COURSE_FULL}); the constant's name is the stable
 * {@code code} of the RFC 9457 problem.
 */
public interface Refusal {
    /** The stable code: the enum constant's name. */
    String name();

    /**
     * The HTTP status, 4xx: 404 for what does not exist, 409 for the wrong state, 422 for input
     * against a rule.
     */
    int status();

    /** The sentence for people, in plain German. */
    String german();

    /** The sentence for people, in plain English. */
    String english();
}
