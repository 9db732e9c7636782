package de.kim.allocation.write;

import de.kim.allocation.write.Offer.State;
import de.kim.allocation.write.PlacementHistory.Accepted;
import de.kim.allocation.write.PlacementHistory.Begun;
import de.kim.allocation.write.PlacementHistory.Breached;
import de.kim.allocation.write.PlacementHistory.Decided;
import de.kim.allocation.write.PlacementHistory.Declined;
import de.kim.allocation.write.PlacementHistory.Expired;
import de.kim.allocation.write.PlacementHistory.Granted;
import de.kim.allocation.write.PlacementHistory.InterestRenewed;
import de.kim.allocation.write.PlacementHistory.Left;
import de.kim.allocation.write.PlacementHistory.Offered;
import de.kim.allocation.write.PlacementHistory.ProviderChanged;
import de.kim.allocation.write.PlacementHistory.Queued;
import de.kim.allocation.write.PlacementHistory.ReachConfirmed;
import de.kim.allocation.write.PlacementHistory.ReachTakenBack;
import de.kim.allocation.write.PlacementHistory.Reached;
import de.kim.allocation.write.PlacementHistory.Released;
import de.kim.allocation.write.PlacementHistory.SteppedAside;
import de.kim.allocation.write.PlacementHistory.TestChanged;
import de.kim.allocation.write.PlacementHistory.Warned;
import de.kim.allocation.write.PlacementHistory.Withdrawn;
import de.kim.events.ClockKind;
import de.kim.events.CourseType;
import de.kim.events.ExpiryCause;
import de.kim.events.Outcome;
import de.kim.events.ReleaseCause;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a {@link Placement}'s history adds up to. */
final class PlacementState {
    private boolean queued;
    private boolean left;
    private boolean aside;
    private boolean begun;
    private boolean keepsWaiting;
    private boolean changedProvider;
    private @Nullable CourseType type;
    private int section;
    private @Nullable UUID live;
    private @Nullable UUID place;
    private @Nullable Outcome lastOutcome;
    private final Map<UUID, Offer> offers = new HashMap<>();
    private final Map<UUID, Offered> made = new HashMap<>();
    private final Set<UUID> expired = new HashSet<>();
    private final Set<UUID> satIn = new HashSet<>();
    private final Set<String> warned = new HashSet<>();
    private final Set<String> breached = new HashSet<>();

    void evolve(PlacementHistory event) {
        switch (event) {
            case Queued e -> {
                queued = true;
                left = false;
                aside = false;
                lastOutcome = null;
                tests(e.recommendedType(), e.recommendedSection());
            }
            case TestChanged e -> tests(e.recommendedType(), e.recommendedSection());
            case Decided e -> lastOutcome = e.outcome();
            case Offered e -> offered(e);
            case Reached e ->
                    offers.computeIfPresent(
                            e.offerId(), (i, o) -> o.reached(e.answerBy(), e.fiction()));
            case ReachConfirmed e -> offers.computeIfPresent(e.offerId(), (i, o) -> o.confirmed());
            case ReachTakenBack e ->
                    offers.computeIfPresent(e.offerId(), (i, o) -> o.unreached(e.unreachedAfter()));
            case Accepted e -> accepted(e);
            case Declined e -> ended(e.offerId(), State.DECLINED);
            case Expired e -> {
                ended(e.offerId(), State.EXPIRED);
                if (e.cause() != ExpiryCause.ENTRY_CLOSED) {
                    expired.add(e.courseId());
                }
            }
            case Withdrawn e -> ended(e.offerId(), State.WITHDRAWN);
            case Released e -> {
                released();
                if (e.cause() == ReleaseCause.PARTICIPANT_MISSING) {
                    expired.add(e.courseId());
                }
            }
            case ProviderChanged e -> {
                changedProvider = true;
                if (e.nextSection() != null) {
                    satIn.add(e.courseId());
                }
            }
            case InterestRenewed e -> expired.clear();
            case Begun e -> {
                begun = true;
                keepsWaiting = false;
            }
            // what comes of it is the offer that follows
            case Granted e -> {}
            case Left e -> {
                left = true;
                aside = false;
            }
            case SteppedAside e -> {
                left = true;
                aside = true;
            }
            case Warned e -> warned.add(key(e.clock(), e.due(), e.offerId()));
            case Breached e -> breached.add(key(e.clock(), e.due(), e.offerId()));
        }
    }

    private void tests(CourseType recommendedType, int recommendedSection) {
        type = recommendedType;
        section = recommendedSection;
    }

    private void offered(Offered e) {
        changedProvider = false;
        live = e.offerId();
        made.put(e.offerId(), e);
        offers.put(
                e.offerId(),
                new Offer(
                        e.offerId(),
                        e.courseId(),
                        State.LIVE,
                        e.unreachedAfter(),
                        e.entryClosesAt(),
                        e.offerPeriodWorkingDays(),
                        null,
                        null));
    }

    private void accepted(Accepted e) {
        ended(e.offerId(), State.ACCEPTED);
        place = e.offerId();
        keepsWaiting = e.keepsWaiting();
    }

    private void ended(UUID offerId, State how) {
        offers.computeIfPresent(offerId, (id, offer) -> offer.in(how));
        live = null;
    }

    private void released() {
        place = null;
        begun = false;
        keepsWaiting = false;
        // without it, "still waiting" would not be said to somebody who lost a place
        lastOutcome = null;
    }

    boolean queued() {
        return queued;
    }

    boolean left() {
        return left;
    }

    boolean changedProvider() {
        return changedProvider;
    }

    /** Left, and comes back when the other referral of the person ends. */
    boolean aside() {
        return aside;
    }

    boolean begun() {
        return begun;
    }

    @Nullable Outcome lastOutcome() {
        return lastOutcome;
    }

    boolean tested(CourseType recommendedType, int recommendedSection) {
        return type == recommendedType && section == recommendedSection;
    }

    /** Stands in the next round. */
    boolean waits() {
        return isOnTheWay() && live == null && (place == null || keepsWaiting);
    }

    /** Queued, and neither begun nor left. */
    boolean isOnTheWay() {
        return queued && !left && !begun;
    }

    /** Beside an accepted place only what the round ranked above exactly this one. */
    boolean mayMoveTo(Match match) {
        Optional<Offer> held = place();
        return held.isEmpty()
                || (keepsWaiting
                        && !held.get().courseId().equals(match.courseId())
                        && Objects.equals(held.get().courseId(), match.rankedAbove()));
    }

    Optional<Offer> offer(UUID offerId) {
        return Optional.ofNullable(offers.get(offerId));
    }

    Offered offered(UUID offerId) {
        return Objects.requireNonNull(made.get(offerId));
    }

    Optional<Offer> liveOffer() {
        return Optional.ofNullable(live).map(offers::get);
    }

    Optional<Offer> place() {
        return Optional.ofNullable(place).map(offers::get);
    }

    boolean holds(UUID courseId) {
        return place().filter(held -> held.courseId().equals(courseId)).isPresent();
    }

    boolean everHeld(UUID courseId) {
        return offers.values().stream()
                .anyMatch(o -> o.courseId().equals(courseId) && o.state() == State.ACCEPTED);
    }

    /** Sat in that course and left it for another provider: nobody is in one course twice. */
    boolean satIn(UUID courseId) {
        return satIn.contains(courseId);
    }

    boolean hasExpired() {
        return !expired.isEmpty();
    }

    boolean warned(ClockKind clock, LocalDate due, @Nullable UUID offerId) {
        return warned.contains(key(clock, due, offerId));
    }

    boolean breached(ClockKind clock, LocalDate due, @Nullable UUID offerId) {
        return breached.contains(key(clock, due, offerId));
    }

    /** Two offers may end on the same day. */
    private static String key(ClockKind clock, LocalDate due, @Nullable UUID offerId) {
        return clock + " " + due + " " + offerId;
    }
}
