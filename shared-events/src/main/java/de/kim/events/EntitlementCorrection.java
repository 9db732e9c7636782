package de.kim.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement that was recorded wrongly and the one that takes its place, as from the beginning.
 *
 * @param wrongBasis with {@code wrongEntitledOn} what the wrong one is known by
 * @param lapsesOn null: it does not lapse by a date
 */
public record EntitlementCorrection(
        LegalBasis wrongBasis,
        LocalDate wrongEntitledOn,
        LegalBasis legalBasis,
        LocalDate entitledOn,
        @Nullable LocalDate lapsesOn) {}
