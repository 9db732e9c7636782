package de.kim.kit.web.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks {@link DateBetween}. */
public final class DateBetweenValidator implements ConstraintValidator<DateBetween, LocalDate> {
    private LocalDate from = LocalDate.MIN;
    private LocalDate to = LocalDate.MAX;

    @Override
    public void initialize(DateBetween rule) {
        from = LocalDate.parse(rule.from());
        to = LocalDate.parse(rule.to());
    }

    @Override
    public boolean isValid(@Nullable LocalDate value, ConstraintValidatorContext context) {
        return value == null || !(value.isBefore(from) || value.isAfter(to));
    }
}
