package de.kim.reporting.read.report.sheet;

import java.math.BigDecimal;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;

/** One figure of a table, or why there is none. */
public sealed interface Cell {
    /** A number that is shown. */
    record Shown(BigDecimal number) implements Cell {}

    /** There is a number, and it is not shown. */
    record Hidden() implements Cell {}

    /** There is no number: nobody to count, or too many still wait. */
    record None() implements Cell {}

    /** A count; null when it is suppressed. */
    static Cell count(@Nullable Integer count) {
        return count == null ? new Hidden() : new Shown(BigDecimal.valueOf(count));
    }

    /**
     * Something measured in days.
     *
     * @param hidden what it means when there is no number
     */
    static Cell days(@Nullable Number days, boolean hidden) {
        if (days == null) {
            return hidden ? new Hidden() : new None();
        }
        return new Shown(plain(new BigDecimal(days.toString())));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** As people read it. */
    default String text(Language language) {
        return switch (this) {
            case Shown shown ->
                    NumberFormat.getNumberInstance(language.locale()).format(shown.number);
            case Hidden hidden -> HIDDEN.in(language);
            case None none -> "–";
        };
    }

    /** As programs read it; empty when there is none. */
    default String plain() {
        return this instanceof Shown shown ? shown.number.toPlainString() : "";
    }

    Words HIDDEN = new Words("verdeckt", "hidden");
}
