package de.kim.audit.fold;

import de.kim.events.LegalBasis;
import java.time.LocalDate;
import java.util.UUID;

/** How a referral began. */
public record Registration(
        UUID person,
        String referringBody,
        LegalBasis legalBasis,
        LocalDate entitledOn,
        LocalDate registeredOn) {}
