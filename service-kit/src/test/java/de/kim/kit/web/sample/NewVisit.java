package de.kim.kit.web.sample;

import de.kim.kit.web.input.DateBetween;
import de.kim.kit.web.input.EmailAddress;
import de.kim.kit.web.input.PlainText;
import de.kim.kit.web.input.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body with every type of field. */
public record NewVisit(
        @PlainText(max = 80) String surname,
        @DateBetween(from = "1900-01-01", to = "2026-12-31") LocalDate birthDate,
        Kind kind,
        @Min(1) @Max(500) int places,
        boolean remote,
        @Slug String providerId,
        @Nullable UUID courseId,
        @Nullable @EmailAddress String email,
        @Size(max = 10) List<@Valid Slot> slots) {
    public NewVisit {
        slots = List.copyOf(slots);
    }

    public enum Kind {
        FIRST,
        SECOND
    }

    public record Slot(LocalTime from, @Min(1) int minutes) {}
}
