package de.kim.rules;

import de.kim.events.LegalBasis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One legal basis a person has.
 *
 * @param entitledOn day it was issued
 * @param lapsesOn last day on which a course may be started on it; null: it does not lapse
 */
public record Entitlement(LegalBasis basis, LocalDate entitledOn, @Nullable LocalDate lapsesOn) {}
