package de.kim.rules.counterfactual;

import de.kim.rules.Assignment;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person in one round, under pseudonym.
 *
 * @param then the place under the rules of then; null: none
 * @param otherwise the place under the other rules; null: none
 */
public record PersonEffect(
        UUID referralId,
        UUID pseudonym,
        Effect effect,
        @Nullable Place then,
        @Nullable Place otherwise) {

    /** A course, and the section that is entered. */
    public record Place(UUID courseId, int section) {
        static @Nullable Place of(@Nullable Assignment assignment) {
            return assignment == null
                    ? null
                    : new Place(assignment.courseId(), assignment.section());
        }
    }

    static PersonEffect of(
            UUID referralId,
            UUID pseudonym,
            @Nullable Assignment then,
            @Nullable Assignment otherwise) {
        return new PersonEffect(
                referralId,
                pseudonym,
                effect(then, otherwise),
                Place.of(then),
                Place.of(otherwise));
    }

    private static Effect effect(@Nullable Assignment then, @Nullable Assignment otherwise) {
        if (Objects.equals(then, otherwise)) {
            return Effect.SAME;
        }
        if (then == null) {
            return Effect.GAINED;
        }
        return otherwise == null ? Effect.LOST : Effect.OTHER_PLACE;
    }
}
