package de.kim.rules;

/**
 * The input of a round contradicts itself, so no round is held: a refusal with a stable {@link
 * Code}, thrown by the constructors of the input types and by {@link ClearingRound#decide}.
 */
public final class InvalidRound extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What is wrong; stable names. */
    public enum Code {
        /** Two people with the same referral or the same pseudonym. */
        DUPLICATE_PERSON,
        /** Two courses with the same id. */
        DUPLICATE_COURSE,
        /** Two reference points for one municipality. */
        DUPLICATE_MUNICIPALITY,
        /** A number below what makes sense: places, versions, sections. */
        NUMBER_OUT_OF_RANGE,
        /** Two sections of one course with the same number, or one that ends before it begins. */
        CONTRADICTORY_SECTIONS,
        /** Times are whole minutes. */
        TIME_NOT_IN_MINUTES,
        /** A lottery number is 64 lower-case hexadecimal digits. */
        MALFORMED_LOTTERY_NUMBER,
        /** A salt is 32 lower-case hexadecimal digits. */
        MALFORMED_SALT,
        /** A municipality key is eight digits. */
        MALFORMED_MUNICIPALITY,
        /** The held course, or its section, is not among the courses. */
        HELD_PLACE_UNKNOWN,
        /** More wishes than {@link Person#MOST_WISHES}. */
        TOO_MANY_WISHES,
        /** The rulebook contradicts itself. */
        CONTRADICTORY_RULEBOOK,
        /** No such algorithm version. */
        UNKNOWN_ALGORITHM,
        /** An override for somebody, or at a course or section, that the round does not have. */
        OVERRIDE_UNKNOWN,
        /** An override needs a condition in words and two different people who answer for it. */
        OVERRIDE_NOT_JUSTIFIED,
        /** An override cannot set aside what the law requires. */
        OVERRIDE_AGAINST_LAW,
        /** An override takes a free place, never one that somebody holds. */
        OVERRIDE_WITHOUT_PLACE,
        /** Bytes that are no round's input, or outcome, in its canonical form. */
        NOT_CANONICAL,
        /** Somebody of the round was erased since: it cannot be decided again as a whole. */
        PEOPLE_ERASED
    }

    private final Code code;

    public InvalidRound(Code code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    /** The stable code. */
    public Code code() {
        return code;
    }

    static void require(boolean holds, Code code, Object detail) {
        if (!holds) {
            throw new InvalidRound(code, String.valueOf(detail));
        }
    }
}
