package de.kim.referral.write.vault;

import de.kim.events.ConsentPurpose;
import de.kim.events.DataClass;
import de.kim.referral.write.ReferralHistory;
import java.util.EnumSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Takes out of the vault what an event says is gone, in the unit of work that stores the event. It
 * is a subscribing processor, so nothing is deleted without its event, nor the event stored without
 * the deletion.
 */
@Component
@ProcessingGroup(VaultErasure.NAME)
public class VaultErasure {
    public static final String NAME = "vault-erasure";

    private final Vault vault;

    VaultErasure(Vault vault) {
        this.vault = vault;
    }

    @EventHandler
    void erase(ReferralHistory event) {
        switch (event) {
            case ReferralHistory.Erased it -> vault.erase(it.referralId(), it.erasedOn());
            case ReferralHistory.DataDeleted it ->
                    vault.delete(it.referralId(), it.dataClasses(), it.deletedOn());
            case ReferralHistory.ConsentRevoked it -> {
                if (it.purpose() == ConsentPurpose.CONTACT) {
                    vault.delete(it.referralId(), EnumSet.of(DataClass.CONTACT), it.revokedOn());
                }
            }
            case ReferralHistory.Requested it -> {}
            case ReferralHistory.Consented it -> {}
            case ReferralHistory.Amended it -> {}
            // what was wrong is kept as long as what is right
            case ReferralHistory.Corrected it -> {}
            case ReferralHistory.TestBooked it -> {}
            case ReferralHistory.TestBookingEnded it -> {}
            case ReferralHistory.TestRecorded it -> {}
            case ReferralHistory.ObjectionRaised it -> {}
            case ReferralHistory.ObjectionDecided it -> {}
            case ReferralHistory.WishesChanged it -> {}
            case ReferralHistory.EntitlementAdded it -> {}
            case ReferralHistory.EntitlementEnded it -> {}
            case ReferralHistory.InterestConfirmed it -> {}
            case ReferralHistory.InterestLapsed it -> {}
            case ReferralHistory.Linked it -> {}
            case ReferralHistory.Withdrawn it -> {}
            case ReferralHistory.EnteredInError it -> {}
            case ReferralHistory.Completed it -> {}
        }
    }
}
