package de.kim.audit.fold;

import de.kim.events.AllocationDecided;
import de.kim.events.AllocationEvent;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockKind;
import de.kim.events.ClockWarned;
import de.kim.events.ConsentGiven;
import de.kim.events.ConsentRevoked;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseEvent;
import de.kim.events.CourseReason;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.EnteredInError;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementCorrection;
import de.kim.events.EntitlementEnd;
import de.kim.events.EntitlementEnded;
import de.kim.events.Envelope;
import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.events.NotificationEvent;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.OfferWithdrawn;
import de.kim.events.Outcome;
import de.kim.events.OverrideGranted;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PersonErased;
import de.kim.events.PersonalDataDeleted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PlacementTestBooked;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ProviderAdmissionEnded;
import de.kim.events.ProviderAdmitted;
import de.kim.events.ProviderChanged;
import de.kim.events.ReferralAmended;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralCorrected;
import de.kim.events.ReferralEvent;
import de.kim.events.ReferralQueued;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReferralsLinked;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookPublished;
import de.kim.events.Sealed;
import de.kim.events.Section;
import de.kim.events.WishesChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each public event means for the report. The same code runs live and in a rebuild, and what
 * it does to a row rests on the event and the row alone, so the rebuilt rows equal the live ones.
 */
public final class ReportFold {
    /** Waits although eligible: everybody admitted stood before. */
    public static final String PLACES_TAKEN = "PLACES_TAKEN";

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private ReportFold() {}

    public static void project(Envelope envelope, ReportRows rows) {
        switch (envelope.event()) {
            case ReferralEvent event -> project(event, day(envelope), rows);
            case CourseEvent event -> project(event, day(envelope), rows);
            case AllocationEvent event -> project(event, envelope, rows);
            case NotificationEvent event -> {}
            case RulebookPublished event -> rows.put(ReportRulebook.of(event.rulebook()));
            case Sealed event -> {}
        }
    }

    private static void project(ReferralEvent event, LocalDate day, ReportRows rows) {
        switch (event) {
            case ReferralRequested e ->
                    rows.onCase(e.referralId(), row -> row.with(registration(e)));
            case PlacementTestRecorded e ->
                    rows.onCase(
                            e.referralId(),
                            row ->
                                    row.with(
                                            new ReportCase.Tested(
                                                    e.testedOn(), e.recommendedType())));
            case ReferralCorrected e -> rows.onCase(e.referralId(), row -> corrected(row, e));
            case EntitlementAdded e -> rows.onCase(e.referralId(), ReportFold::entitledAgain);
            case EntitlementEnded e -> rows.onCase(e.referralId(), row -> entitlementEnded(row, e));
            case InterestConfirmed e -> rows.onCase(e.referralId(), ReportFold::interestConfirmed);
            case InterestLapsed e ->
                    rows.onCase(
                            e.referralId(),
                            row ->
                                    end(
                                            row,
                                            Ending.How.INTEREST_LAPSED,
                                            "INTEREST_LAPSED",
                                            e.lapsedOn()));
            case ReferralWithdrawn e ->
                    rows.onCase(
                            e.referralId(),
                            row -> end(row, Ending.How.WITHDRAWN, e.reason().name(), day));
            case EnteredInError e ->
                    rows.onCase(
                            e.referralId(),
                            row ->
                                    row.ended(
                                            new Ending(
                                                    Ending.How.ENTERED_IN_ERROR,
                                                    "ENTERED_IN_ERROR",
                                                    day)));
            case ReferralCompleted e ->
                    rows.onCase(
                            e.referralId(),
                            row ->
                                    row.with(
                                            row.place()
                                                    .started(
                                                            started(e.courseId(), e.startedOn()))));
            case PlacementTestBooked e -> {}
            case ReferralAmended e -> {}
            case WishesChanged e -> {}
            case ReferralsLinked e -> {}
            case ConsentGiven e -> {}
            case ConsentRevoked e -> {}
            case PersonErased e ->
                    rows.onCase(
                            e.referralId(),
                            row -> end(row, Ending.How.ERASED, "ERASED", e.erasedOn()));
            case PersonalDataDeleted e -> {}
        }
    }

    private static void project(CourseEvent event, LocalDate day, ReportRows rows) {
        switch (event) {
            case ProviderAdmitted e -> rows.put(new ReportProvider(e.providerId(), e.name()));
            case CourseScheduled e ->
                    rows.onCourse(
                            e.courseId(),
                            row -> row.planned(plan(e)).with(row.conduct().scheduled(day)));
            case CourseRescheduled e -> rows.onCourse(e.courseId(), row -> moved(row, e));
            case PlacesChanged e -> rows.onCourse(e.courseId(), row -> asking(row, e.places()));
            case CourseStarted e ->
                    rows.onCourse(
                            e.courseId(),
                            row ->
                                    row.started(e.startedOn())
                                            .with(row.conduct().began(e.present())));
            case ParticipantStarted e ->
                    rows.onCase(
                            e.referralId(),
                            row ->
                                    row.with(
                                            row.place()
                                                    .started(
                                                            started(e.courseId(), e.startedOn()))));
            case CourseCancelled e -> rows.onCourse(e.courseId(), row -> row.cancelled(e.reason()));
            case CourseCompleted e ->
                    rows.onCourse(e.courseId(), row -> row.completed(e.completedOn()));
            case PlacesConfirmed e ->
                    rows.onCourse(
                            e.courseId(),
                            row -> row.with(row.conduct().confirmed(e.confirmedOn())));
            case ProviderAdmissionEnded e -> {}
            case ParticipantMissing e -> {}
        }
    }

    private static void project(AllocationEvent event, Envelope envelope, ReportRows rows) {
        Instant at = at(envelope);
        switch (event) {
            case ReferralQueued e -> rows.onCase(e.referralId(), row -> row.queued(e.queuedOn()));
            case CapacitySet e ->
                    rows.onCourse(e.courseId(), row -> row.withCapacity(e.capacity()));
            case AllocationDecided e ->
                    rows.onCase(e.referralId(), row -> row.waitingFor(waitingFor(e)));
            case PlaceOffered e -> rows.onCase(e.referralId(), row -> offered(row, e, at));
            case PlaceAccepted e -> rows.onCase(e.referralId(), row -> accepted(row, e, at));
            case PlaceDeclined e ->
                    rows.onCase(
                            e.referralId(), row -> row.with(row.offers().declined(e.offerId())));
            case OfferExpired e ->
                    rows.onCase(e.referralId(), row -> row.with(row.offers().expired(e.offerId())));
            case OfferWithdrawn e ->
                    rows.onCase(
                            e.referralId(), row -> row.with(row.offers().withdrawn(e.offerId())));
            case PlaceReleased e ->
                    rows.onCase(
                            e.referralId(), row -> row.with(row.place().released(e.courseId())));
            case ProviderChanged e -> {
                rows.onCase(e.referralId(), row -> row.with(elsewhere(row.place(), e)));
                rows.put(
                        new ReportPassing(
                                envelope.id(), day(envelope), e.fromCourseId(), e.toCourseId()));
            }
            case RoundOpened e -> rows.onRound(e.roundId(), row -> row.opened(e));
            case RoundVerified e -> rows.onRound(e.roundId(), row -> row.verified(e));
            case OfferReached e -> {}
            case ClockWarned e -> rows.onCase(e.referralId(), row -> warned(row, e));
            case ClockBreached e -> rows.onCase(e.referralId(), row -> breached(row, e));
            case OverrideGranted e -> rows.put(override(e, envelope));
        }
    }

    /** Where the next place is still to be found the person has none. */
    private static Place elsewhere(Place place, ProviderChanged e) {
        UUID to = e.toCourseId();
        return to == null
                ? place.released(e.fromCourseId())
                : place.moved(new Place.Held(to, null));
    }

    private static Registration registration(ReferralRequested e) {
        return new Registration(
                e.person(), e.referringBody(), e.legalBasis(), e.entitledOn(), e.registeredOn());
    }

    private static ReportCase corrected(ReportCase row, ReferralCorrected e) {
        EntitlementCorrection right = e.entitlement();
        return right == null || row.registration() == null
                ? row
                : row.with(row.registration().entitled(right.legalBasis(), right.entitledOn()));
    }

    /** As long as there is another one the person waits on that. */
    private static ReportCase entitlementEnded(ReportCase row, EntitlementEnded e) {
        return e.last() && e.reason() != EntitlementEnd.ATTENDED
                ? end(row, Ending.How.ENTITLEMENT_ENDED, e.reason().name(), e.endedOn())
                : row;
    }

    private static ReportCase entitledAgain(ReportCase row) {
        Ending ending = row.ending();
        return ending != null && ending.how() == Ending.How.ENTITLEMENT_ENDED
                ? row.ended(null)
                : row;
    }

    private static ReportCase interestConfirmed(ReportCase row) {
        Ending ending = row.ending();
        return ending != null && ending.how() == Ending.How.INTEREST_LAPSED ? row.ended(null) : row;
    }

    /** The first ending counts. */
    private static ReportCase end(ReportCase row, Ending.How how, String reason, LocalDate on) {
        return row.ending() == null ? row.ended(new Ending(how, reason, on)) : row;
    }

    private static Place.Started started(UUID courseId, LocalDate on) {
        return new Place.Started(courseId, on);
    }

    private static ReportCourse.Plan plan(CourseScheduled e) {
        return new ReportCourse.Plan(
                e.providerId(),
                e.courseType(),
                e.venue().municipality(),
                begins(e.sections()),
                e.places());
    }

    private static ReportCourse moved(ReportCourse row, CourseRescheduled e) {
        ReportCourse.Plan plan = row.plan();
        if (plan == null) {
            return row;
        }
        LocalDate begins = begins(e.sections());
        boolean later = plan.begins() != null && begins != null && begins.isAfter(plan.begins());
        return row.planned(plan.moved(e.venue().municipality(), begins))
                .with(later ? row.conduct().putOff() : row.conduct());
    }

    private static ReportCourse asking(ReportCourse row, int places) {
        ReportCourse.Plan plan = row.plan();
        return plan == null ? row : row.planned(plan.asking(places));
    }

    private static @Nullable LocalDate begins(List<Section> sections) {
        return sections.stream().map(Section::begins).min(Comparator.naturalOrder()).orElse(null);
    }

    private static ReportCase offered(ReportCase row, PlaceOffered e, Instant at) {
        Offers.OpenOffer offer = new Offers.OpenOffer(e.offerId(), e.courseId());
        return row.with(row.offers().offered(offer, at)).waitingFor(List.of());
    }

    private static ReportCase accepted(ReportCase row, PlaceAccepted e, Instant at) {
        Place.Held held = new Place.Held(e.courseId(), e.startsOn());
        return row.with(row.offers().accepted(e.offerId())).with(row.place().accepted(held, at));
    }

    private static ReportCase breached(ReportCase row, ClockBreached e) {
        return e.clock() == ClockKind.SIX_WEEKS
                ? row.with(row.sixWeeks().breached(e.due(), e.alternativeCourseId() != null))
                : row;
    }

    private static ReportCase warned(ReportCase row, ClockWarned e) {
        return e.clock() == ClockKind.SIX_WEEKS
                ? row.with(row.sixWeeks().warned(e.alternativeCourseId() != null))
                : row;
    }

    private static ReportOverride override(OverrideGranted e, Envelope envelope) {
        return new ReportOverride(
                envelope.id(),
                day(envelope),
                e.courseId(),
                e.condition(),
                e.secondBody(),
                e.displaced().size());
    }

    private static List<String> waitingFor(AllocationDecided e) {
        if (e.outcome() == Outcome.OFFERED) {
            return List.of();
        }
        TreeSet<String> codes = new TreeSet<>();
        for (CourseReason reason : e.reasons()) {
            reason.exclusions().forEach(exclusion -> codes.add(exclusion.name()));
            if (reason.exclusions().isEmpty()) {
                codes.add(PLACES_TAKEN);
            }
        }
        return List.copyOf(codes);
    }

    private static LocalDate day(Envelope envelope) {
        return LocalDate.ofInstant(envelope.time(), ZONE);
    }

    /** As exact as the database keeps it. */
    private static Instant at(Envelope envelope) {
        return envelope.time().truncatedTo(ChronoUnit.MICROS);
    }
}
