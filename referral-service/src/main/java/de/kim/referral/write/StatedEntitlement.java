package de.kim.referral.write;

import de.kim.events.LegalBasis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entitlement as somebody says it is. */
public record StatedEntitlement(
        LegalBasis legalBasis, LocalDate entitledOn, @Nullable LocalDate lapsesOn) {}
