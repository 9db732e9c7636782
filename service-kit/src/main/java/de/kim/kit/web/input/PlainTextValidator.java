package de.kim.kit.web.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link PlainText}. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {
    private int max;
    private boolean lines;

    @Override
    public void initialize(PlainText rule) {
        max = rule.max();
        lines = rule.lines();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String text = value.toString();
        return TextRules.visible(text)
                && text.codePointCount(0, text.length()) <= max
                && TextRules.plain(text, lines);
    }
}
