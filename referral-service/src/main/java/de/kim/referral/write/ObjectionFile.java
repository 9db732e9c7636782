package de.kim.referral.write;

import de.kim.kit.refusal.Refused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral's objections: decides what may be said of them. */
final class ObjectionFile {
    /** One of them; open while it has no outcome. */
    private record Objection(LocalDate raisedOn, @Nullable ObjectionOutcome outcome) {}

    private final Map<UUID, Objection> objections = new HashMap<>();

    /** The event, unless it has been said. */
    Optional<ReferralHistory> decide(
            RaiseObjection command, LocalDate registered, LocalDate today) {
        if (command.raisedOn().isBefore(registered) || command.raisedOn().isAfter(today)) {
            throw new Refused(ReferralRefusal.OBJECTION_DATE_OUT_OF_RANGE);
        }
        return objections.containsKey(command.objectionId())
                ? Optional.empty()
                : Optional.of(
                        new ReferralHistory.ObjectionRaised(
                                command.referralId(),
                                command.objectionId(),
                                command.about(),
                                command.raisedOn()));
    }

    /** The event, unless it has been said; an outcome is said once. */
    Optional<ReferralHistory> decide(DecideObjection command, LocalDate today) {
        Objection objection = objections.get(command.objectionId());
        if (objection == null) {
            throw new Refused(ReferralRefusal.OBJECTION_NOT_FOUND);
        }
        if (command.decidedOn().isBefore(objection.raisedOn)
                || command.decidedOn().isAfter(today)) {
            throw new Refused(ReferralRefusal.OBJECTION_DATE_OUT_OF_RANGE);
        }
        if (objection.outcome == command.outcome()) {
            return Optional.empty();
        }
        if (objection.outcome != null) {
            throw new Refused(ReferralRefusal.OBJECTION_ALREADY_DECIDED);
        }
        return Optional.of(
                new ReferralHistory.ObjectionDecided(
                        command.referralId(),
                        command.objectionId(),
                        command.outcome(),
                        command.decidedOn()));
    }

    void evolve(ReferralHistory.ObjectionRaised raised) {
        objections.put(raised.objectionId(), new Objection(raised.raisedOn(), null));
    }

    void evolve(ReferralHistory.ObjectionDecided decided) {
        objections.computeIfPresent(
                decided.objectionId(), (id, it) -> new Objection(it.raisedOn, decided.outcome()));
    }
}
