package de.kim.referral.write;

import de.kim.events.CorrectedPart;
import de.kim.events.EntitlementCorrection;
import de.kim.events.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a referral was requested with, as far as it can turn out to have been wrong. */
@SuppressWarnings("NullAway.Init") // the first event of a referral fills it
final class CorrectionFile {
    private StatedEntitlement entitlement;
    private String profileCommitment;

    /** What is known of the person is what was committed to. */
    boolean isKnown(String commitment) {
        return commitment.equals(profileCommitment);
    }

    /**
     * That it was a correction, and then what is right of what others hear apart; nothing where
     * everything was right.
     */
    List<ReferralHistory> decide(
            CorrectReferral command, TestFile test, Rulebook rulebook, LocalDate today) {
        EntitlementCorrection corrected = entitlement(command, rulebook, today);
        Optional<ReferralHistory> result = test.correct(command, rulebook, today);
        boolean profile = !isKnown(command.profileCommitment());
        List<CorrectedPart> parts = new ArrayList<>();
        if (corrected != null) {
            parts.add(CorrectedPart.ENTITLEMENT);
        }
        if (result.isPresent()) {
            parts.add(CorrectedPart.TEST_RESULT);
        }
        if (profile || command.person()) {
            EntitlementRules.checkAge(entitlement.legalBasis(), command.ageBand(), rulebook);
            parts.add(CorrectedPart.PERSON);
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        List<ReferralHistory> events = new ArrayList<>();
        events.add(
                new ReferralHistory.Corrected(
                        command.referralId(), command.reason(), parts, corrected, today));
        if (profile) {
            events.add(
                    new ReferralHistory.Amended(command.referralId(), command.profileCommitment()));
        }
        result.ifPresent(events::add);
        return events;
    }

    private @Nullable EntitlementCorrection entitlement(
            CorrectReferral command, Rulebook rulebook, LocalDate today) {
        StatedEntitlement stated = command.entitlement();
        if (stated == null) {
            return null;
        }
        StatedEntitlement right = stated.withLapse();
        if (right.equals(entitlement)) {
            return null;
        }
        EntitlementRules.check(right, command.ageBand(), rulebook, today);
        return new EntitlementCorrection(
                entitlement.legalBasis(),
                entitlement.entitledOn(),
                right.legalBasis(),
                right.entitledOn(),
                right.lapsesOn());
    }

    void evolve(ReferralHistory.Requested requested) {
        entitlement =
                new StatedEntitlement(
                        requested.legalBasis(), requested.entitledOn(), requested.lapsesOn());
        profileCommitment = requested.profileCommitment();
    }

    void evolve(ReferralHistory.Amended amended) {
        profileCommitment = amended.profileCommitment();
    }

    void evolve(ReferralHistory.Corrected corrected) {
        EntitlementCorrection right = corrected.entitlement();
        if (right != null) {
            entitlement =
                    new StatedEntitlement(right.legalBasis(), right.entitledOn(), right.lapsesOn());
        }
    }
}
