package de.kim.referral.write;

import de.kim.events.EntitlementCorrection;
import de.kim.events.EntitlementEnd;
import de.kim.events.LegalBasis;
import de.kim.events.Rulebook;
import de.kim.kit.refusal.Refused;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a referral rests on: at most one open entitlement on each legal basis. The one that the
 * person was referred on has the id of the referral.
 */
final class Entitlements {
    private final Map<UUID, Entitlement> all = new LinkedHashMap<>();

    private record Entitlement(
            LegalBasis basis,
            LocalDate entitledOn,
            @Nullable LocalDate lapsesOn,
            @Nullable EntitlementEnd end) {
        boolean isOpenOn(LegalBasis other) {
            return end == null && basis == other;
        }

        boolean lastsLongerThan(Entitlement other) {
            return other.lapsesOn != null && (lapsesOn == null || lapsesOn.isAfter(other.lapsesOn));
        }
    }

    /** The open entitlement on this basis. */
    Optional<UUID> openOn(LegalBasis basis) {
        return all.entrySet().stream()
                .filter(each -> each.getValue().isOpenOn(basis))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Nothing when it is known; whoever gives another date on the same basis renews. */
    Optional<ReferralHistory> decide(AddEntitlement command, Rulebook rules, LocalDate today) {
        StatedEntitlement stated =
                new StatedEntitlement(
                                command.legalBasis(), command.entitledOn(), command.lapsesOn())
                        .withLapse();
        EntitlementRules.check(stated, command.ageBand(), rules, today);
        var given =
                new Entitlement(stated.legalBasis(), stated.entitledOn(), stated.lapsesOn(), null);
        Optional<UUID> held = openOn(given.basis);
        Optional<Entitlement> before = held.map(all::get);
        if (before.filter(given::equals).isPresent()) {
            return Optional.empty();
        }
        if (before.isPresent() && !given.lastsLongerThan(before.get())) {
            throw new Refused(ReferralRefusal.ENTITLEMENT_HELD);
        }
        return Optional.of(
                new ReferralHistory.EntitlementAdded(
                        command.referralId(),
                        held.orElse(command.entitlementId()),
                        given.basis,
                        command.by(),
                        given.entitledOn,
                        given.lapsesOn));
    }

    Optional<ReferralHistory> decide(EndEntitlement command, LocalDate today) {
        Entitlement it = all.get(command.entitlementId());
        if (it == null) {
            throw new Refused(ReferralRefusal.ENTITLEMENT_NOT_FOUND);
        }
        if (it.end == command.reason()) {
            return Optional.empty();
        }
        if (it.end != null) {
            throw new Refused(ReferralRefusal.ENTITLEMENT_ALREADY_ENDED);
        }
        boolean lapsed = it.lapsesOn != null && it.lapsesOn.isBefore(today);
        if (command.reason() == EntitlementEnd.LAPSED && !lapsed) {
            throw new Refused(ReferralRefusal.ENTITLEMENT_NOT_LAPSED);
        }
        return Optional.of(
                new ReferralHistory.EntitlementEnded(
                        command.referralId(),
                        command.entitlementId(),
                        it.basis,
                        today,
                        command.reason(),
                        open() == 1));
    }

    private long open() {
        return all.values().stream().filter(each -> each.end == null).count();
    }

    void evolve(ReferralHistory.Requested it) {
        all.put(
                it.referralId(),
                new Entitlement(it.legalBasis(), it.entitledOn(), it.lapsesOn(), null));
    }

    /** A correction is of the one that the referral was requested with. */
    void evolve(ReferralHistory.Corrected it) {
        EntitlementCorrection right = it.entitlement();
        if (right != null) {
            Entitlement wrong = Objects.requireNonNull(all.get(it.referralId()));
            all.put(
                    it.referralId(),
                    new Entitlement(
                            right.legalBasis(), right.entitledOn(), right.lapsesOn(), wrong.end));
        }
    }

    void evolve(ReferralHistory.EntitlementAdded it) {
        all.put(
                it.entitlementId(),
                new Entitlement(it.legalBasis(), it.entitledOn(), it.lapsesOn(), null));
    }

    void evolve(ReferralHistory.EntitlementEnded it) {
        Entitlement before = Objects.requireNonNull(all.get(it.entitlementId()));
        all.put(
                it.entitlementId(),
                new Entitlement(before.basis, before.entitledOn, before.lapsesOn, it.reason()));
    }
}
