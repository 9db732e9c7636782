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
        /** A municipality key is eight digits. */
        MALFORMED_MUNICIPALITY,
        /** The held course, or its section, is not among the courses. */
        HELD_PLACE_UNKNOWN,
        /** The rulebook contradicts itself. */
        CONTRADICTORY_RULEBOOK,
        /** No such algorithm version. */
        UNKNOWN_ALGORITHM
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
