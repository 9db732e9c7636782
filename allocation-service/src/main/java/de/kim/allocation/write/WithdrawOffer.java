package de.kim.allocation.write;

import de.kim.events.OfferWithdrawalCause;
import java.util.UUID;

/** Takes back one live offer. */
public record WithdrawOffer(UUID referralId, UUID offerId, OfferWithdrawalCause cause) {}
