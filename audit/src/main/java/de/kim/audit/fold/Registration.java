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
        LocalDate registeredOn) {
    /** The same, with the entitlement as it really was. */
    Registration entitled(LegalBasis right, LocalDate since) {
        return new Registration(person, referringBody, right, since, registeredOn);
    }
}
