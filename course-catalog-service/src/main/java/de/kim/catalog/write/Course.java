package de.kim.catalog.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.events.CancellationReason;
import de.kim.events.CourseType;
import de.kim.events.Rulebook;
import de.kim.kit.refusal.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One course: what its provider plans and reports. Who gets its places is not decided here. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon creates it empty and evolves it
public class Course {
    @AggregateIdentifier private UUID courseId;
    private String providerId;
    private CourseType courseType;
    private CourseState state;
    private CoursePlan plan;
    private int places;
    private @Nullable LocalDate startedOn;
    private @Nullable LocalDate completedOn;
    private @Nullable CancellationReason cancelled;
    private final Set<UUID> started = new HashSet<>();
    private final Set<UUID> missing = new HashSet<>();

    protected Course() {}

    @CommandHandler
    public Course(ScheduleCourse command, Rulebook rulebook, Admissions admissions, Clock clock) {
        PlanRules.check(command.plan(), command.courseType(), rulebook, LocalDate.now(clock));
        PlanRules.checkPlaces(command.places(), command.courseType(), rulebook);
        mustBeAdmitted(command.providerId(), command.courseType(), command.plan(), admissions);
        apply(
                new CourseHistory.Scheduled(
                        command.courseId(),
                        command.providerId(),
                        command.courseType(),
                        command.plan().sections(),
                        command.plan().times(),
                        command.plan().venue(),
                        command.childcare(),
                        command.womenOnly(),
                        command.online(),
                        command.places()));
    }

    @CommandHandler
    void decide(RescheduleCourse command, Rulebook rulebook, Admissions admissions, Clock clock) {
        mustBeIn(CourseState.SCHEDULED);
        if (command.plan().equals(plan)) {
            return;
        }
        PlanRules.check(command.plan(), courseType, rulebook, LocalDate.now(clock));
        mustBeAdmitted(providerId, courseType, command.plan(), admissions);
        apply(
                new CourseHistory.Rescheduled(
                        courseId,
                        command.plan().sections(),
                        command.plan().times(),
                        command.plan().venue()));
    }

    @CommandHandler
    void decide(ChangePlaces command, Rulebook rulebook) {
        mustBeIn(CourseState.SCHEDULED, CourseState.STARTED);
        PlanRules.checkPlaces(command.places(), courseType, rulebook);
        if (command.places() != places) {
            apply(new CourseHistory.PlacesChanged(courseId, command.places()));
        }
    }

    /** Said every time, as it goes stale; another number than before is a change too. */
    @CommandHandler
    void decide(ConfirmPlaces command, Rulebook rulebook, Clock clock) {
        decide(new ChangePlaces(courseId, command.places()), rulebook);
        LocalDate today = LocalDate.now(clock);
        apply(new CourseHistory.PlacesConfirmed(courseId, command.places(), today));
    }

    @CommandHandler
    void decide(StartCourse command, Clock clock) {
        mustBeIn(CourseState.SCHEDULED, CourseState.STARTED);
        StartRules.check(command, startedOn, LocalDate.now(clock));
        List<UUID> present =
                command.started().stream().filter(each -> !started.contains(each)).toList();
        List<UUID> absent =
                command.missing().stream()
                        .filter(each -> !started.contains(each) && !missing.contains(each))
                        .toList();
        LocalDate day = command.startedOn();
        if (state == CourseState.SCHEDULED) {
            apply(new CourseHistory.Started(courseId, day, present.size()));
        }
        present.forEach(each -> apply(new CourseHistory.ParticipantStarted(courseId, each, day)));
        absent.forEach(each -> apply(new CourseHistory.ParticipantMissing(courseId, each, day)));
    }

    @CommandHandler
    void decide(CancelCourse command) {
        if (command.reason() == cancelled) {
            return;
        }
        mustBeIn(CourseState.SCHEDULED);
        apply(new CourseHistory.Cancelled(courseId, command.reason()));
    }

    @CommandHandler
    void decide(CompleteCourse command, Clock clock) {
        if (command.completedOn().equals(completedOn)) {
            return;
        }
        mustBeIn(CourseState.STARTED);
        StartRules.checkReported(command.completedOn(), startedOn, LocalDate.now(clock));
        apply(new CourseHistory.Completed(courseId, command.completedOn()));
    }

    CourseState state() {
        return state;
    }

    private static void mustBeAdmitted(
            String providerId, CourseType type, CoursePlan plan, Admissions admissions) {
        if (!admissions.admitted(providerId, type, plan.begins())) {
            throw new Refused(CatalogRefusal.PROVIDER_NOT_ADMITTED);
        }
    }

    private void mustBeIn(CourseState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new Refused(
                    switch (state) {
                        case SCHEDULED -> CatalogRefusal.COURSE_NOT_STARTED;
                        case STARTED -> CatalogRefusal.COURSE_ALREADY_STARTED;
                        case CANCELLED -> CatalogRefusal.COURSE_CANCELLED;
                        case COMPLETED -> CatalogRefusal.COURSE_ALREADY_COMPLETED;
                    });
        }
    }

    @EventSourcingHandler
    void evolve(CourseHistory event) {
        switch (event) {
            case CourseHistory.Scheduled it -> {
                courseId = it.courseId();
                providerId = it.providerId();
                courseType = it.courseType();
                plan = new CoursePlan(it.sections(), it.times(), it.venue());
                places = it.places();
                state = CourseState.SCHEDULED;
            }
            case CourseHistory.Rescheduled it ->
                    plan = new CoursePlan(it.sections(), it.times(), it.venue());
            case CourseHistory.PlacesChanged it -> places = it.places();
            case CourseHistory.PlacesConfirmed it -> {}
            case CourseHistory.Started it -> {
                startedOn = it.startedOn();
                state = CourseState.STARTED;
            }
            case CourseHistory.ParticipantStarted it -> started.add(it.referralId());
            case CourseHistory.ParticipantMissing it -> missing.add(it.referralId());
            case CourseHistory.Cancelled it -> {
                cancelled = it.reason();
                state = CourseState.CANCELLED;
            }
            case CourseHistory.Completed it -> {
                completedOn = it.completedOn();
                state = CourseState.COMPLETED;
            }
        }
    }
}
