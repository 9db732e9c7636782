package de.kim.audit.bundle;

import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementCorrection;
import de.kim.events.EntitlementEnded;
import de.kim.events.Envelope;
import de.kim.events.LegalBasis;
import de.kim.events.ReferralCorrected;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralsLinked;
import de.kim.events.RoundOpened;
import de.kim.rules.Entitlement;
import de.kim.rules.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What events tell of the entitlements of the people of a round, since priority and admission
 * follow from them. Those of the person's own referral are known as of the sequence that the round
 * had seen; of a linked one only that they were ever told.
 */
final class EntitlementFacts {
    private record Key(LegalBasis basis, LocalDate entitledOn) {}

    private record Said(
            long sequence, @Nullable Entitlement added, @Nullable Predicate<Key> ended) {}

    private final Map<UUID, List<Said>> said = new HashMap<>();

    /** Referrals of one person share one set. */
    private final Map<UUID, Set<UUID>> linked = new HashMap<>();

    void take(Envelope envelope) {
        switch (envelope.event()) {
            case ReferralRequested e ->
                    added(
                            e.referralId(),
                            envelope,
                            new Entitlement(e.legalBasis(), e.entitledOn(), e.lapsesOn()));
            case EntitlementAdded e ->
                    added(
                            e.referralId(),
                            envelope,
                            new Entitlement(e.legalBasis(), e.entitledOn(), e.lapsesOn()));
            case EntitlementEnded e ->
                    add(
                            e.referralId(),
                            new Said(
                                    envelope.sequence(),
                                    null,
                                    key -> key.basis() == e.legalBasis()));
            case ReferralCorrected e -> corrected(e, envelope);
            case ReferralsLinked e -> link(e.referralId(), e.linkedReferralId());
            default -> {}
        }
    }

    /** The wrong one never was. */
    private void corrected(ReferralCorrected e, Envelope envelope) {
        EntitlementCorrection right = e.entitlement();
        if (right != null) {
            Key wrong = new Key(right.wrongBasis(), right.wrongEntitledOn());
            add(e.referralId(), new Said(envelope.sequence(), null, wrong::equals));
            added(
                    e.referralId(),
                    envelope,
                    new Entitlement(right.legalBasis(), right.entitledOn(), right.lapsesOn()));
        }
    }

    private void added(UUID referralId, Envelope envelope, Entitlement entitlement) {
        add(referralId, new Said(envelope.sequence(), entitlement, null));
    }

    private void add(UUID referralId, Said it) {
        said.computeIfAbsent(referralId, id -> new ArrayList<>(1)).add(it);
    }

    private void link(UUID one, UUID other) {
        Set<UUID> both = new HashSet<>(people(one));
        both.addAll(people(other));
        both.forEach(id -> linked.put(id, both));
    }

    private Set<UUID> people(UUID referralId) {
        return linked.getOrDefault(referralId, Set.of(referralId));
    }

    /** What differs goes into the findings. */
    void compare(RoundOpened opened, Person person, long seen, Findings findings) {
        Set<Entitlement> own = open(person.referralId(), seen);
        for (Entitlement held : own) {
            if (!person.entitlements().contains(held)) {
                findings.violated(
                        "round %s: person %s (referral %s): %s of %s was held by the events and is not in the input"
                                .formatted(
                                        opened.roundId(),
                                        person.pseudonym(),
                                        person.referralId(),
                                        held.basis(),
                                        held.entitledOn()));
            }
        }
        for (Entitlement given : person.entitlements()) {
            if (!own.contains(given) && !isOfAnother(person.referralId(), given)) {
                findings.violated(
                        "round %s: person %s (referral %s): %s of %s stands in the input and in no event"
                                .formatted(
                                        opened.roundId(),
                                        person.pseudonym(),
                                        person.referralId(),
                                        given.basis(),
                                        given.entitledOn()));
            }
        }
    }

    private boolean isOfAnother(UUID referralId, Entitlement given) {
        return people(referralId).stream()
                .filter(id -> !id.equals(referralId))
                .flatMap(id -> said.getOrDefault(id, List.of()).stream())
                .anyMatch(it -> given.equals(it.added()));
    }

    /** As allocation keeps them: the end of a basis ends all on it. */
    private Set<Entitlement> open(UUID referralId, long seen) {
        Map<Key, Entitlement> open = new HashMap<>();
        for (Said it : said.getOrDefault(referralId, List.of())) {
            Entitlement added = it.added();
            if (it.sequence() > seen) {
                break;
            }
            if (it.ended() != null) {
                open.keySet().removeIf(it.ended());
            }
            if (added != null) {
                open.put(new Key(added.basis(), added.entitledOn()), added);
            }
        }
        return new HashSet<>(open.values());
    }
}
