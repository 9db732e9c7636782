package de.kim.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rulebook says of one legal basis. {@code priority}: place priority under § 7(4) IntV;
 * {@code noNewSince}: entitlements issued on or after this day are refused (null: none); {@code
 * fromAge} in years (null: any).
 */
public record LegalBasisRule(
        LegalBasis basis,
        boolean obliged,
        boolean priority,
        @Nullable LocalDate noNewSince,
        @Nullable Integer fromAge) {}
