package de.kim.allocation.react;

import de.kim.allocation.write.WithdrawLiveOffer;
import de.kim.events.OfferWithdrawalCause;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whoever has no entitlement left cannot begin a course: the offer goes to others. */
public final class WhenEntitlementEndedThenWithdrawOffer {
    private WhenEntitlementEndedThenWithdrawOffer() {}

    /**
     * @param without the referral that stands for the person, when no referral of theirs has an
     *     entitlement left
     */
    public static List<WithdrawLiveOffer> react(Optional<UUID> without) {
        return without.stream()
                .map(id -> new WithdrawLiveOffer(id, OfferWithdrawalCause.ENTITLEMENT_ENDED))
                .toList();
    }
}
