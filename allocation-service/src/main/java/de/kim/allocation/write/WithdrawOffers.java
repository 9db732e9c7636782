package de.kim.allocation.write;

import de.kim.events.OfferWithdrawalCause;
import java.util.UUID;

/** Takes back all live offers of a course. */
public record WithdrawOffers(UUID courseId, OfferWithdrawalCause cause) {}
