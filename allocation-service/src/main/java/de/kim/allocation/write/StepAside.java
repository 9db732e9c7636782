package de.kim.allocation.write;

import java.util.UUID;

/** Another referral stands for the same person: leaves the list, unless it has the place. */
public record StepAside(UUID referralId) {}
