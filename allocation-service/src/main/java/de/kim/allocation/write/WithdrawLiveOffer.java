package de.kim.allocation.write;

import de.kim.events.OfferWithdrawalCause;
import java.util.UUID;

/** Takes back whatever offer the person has just now. */
public record WithdrawLiveOffer(UUID referralId, OfferWithdrawalCause cause) {}
