package de.kim.kit.web.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks {@link Slug}. */
public final class SlugValidator implements ConstraintValidator<Slug, CharSequence> {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX = 64;

    /** Whether the text is a slug. */
    public static boolean isSlug(CharSequence text) {
        return text.length() <= MAX && SLUG.matcher(text).matches();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || isSlug(value);
    }
}
