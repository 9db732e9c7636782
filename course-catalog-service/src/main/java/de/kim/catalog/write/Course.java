package de.kim.catalog.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.events.CancellationReason;
import de.kim.events.CourseType;
import de.kim.events.Rulebook;
import de.kim.kit.heard.RulesInForce;
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
    private CourseTerms terms;
    private List<String> helpLanguages;
    private Places places;
    private @Nullable LocalDate startedOn;
    private @Nullable LocalDate completedOn;
    private @Nullable CancellationReason cancelled;
    private final Set<UUID> started = new HashSet<>();
    private final Set<UUID> missing = new HashSet<>();

    protected Course() {}

    @CommandHandler
    public Course(ScheduleCourse command, RulesInForce rules, Admissions admissions, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Rulebook rulebook = rules.at(clock.instant());
        CoursePlan planned = command.plan();
        CourseTerms wanted = command.terms();
        PlanRules.check(planned, command.courseType(), rulebook, today);
        AdmissionRules.check(
                command.providerId(), command.courseType(), planned, wanted.online(), admissions);
        PlanRules.checkPlaces(command.places(), command.courseType(), rulebook);
        apply(
                new CourseHistory.Scheduled(
                        command.courseId(),
                        command.providerId(),
                        command.courseType(),
                        planned.sections(),
                        planned.times(),
                        planned.venue(),
                        wanted.childcare(),
                        wanted.womenOnly(),
                        wanted.online(),
                        command.places().asked(),
                        planned.interruptions(),
                        wanted.extent(),
                        command.helpLanguages(),
                        command.places().blocked(),
                        today));
    }

    @CommandHandler
    void decide(RescheduleCourse command, RulesInForce rules, Admissions admissions, Clock clock) {
        mustBeIn(CourseState.SCHEDULED);
        CoursePlan planned = command.plan();
        ChangedTerms changed = command.terms();
        CourseTerms wanted = changed.appliedTo(terms);
        if (planned.equals(plan) && wanted.equals(terms)) {
            return;
        }
        PlanRules.check(planned, courseType, rules.at(clock.instant()), LocalDate.now(clock));
        AdmissionRules.check(providerId, courseType, planned, wanted.online(), admissions);
        apply(
                new CourseHistory.Rescheduled(
                        courseId,
                        planned.sections(),
                        planned.times(),
                        planned.venue(),
                        planned.interruptions(),
                        changed.extent(),
                        changed.childcare(),
                        changed.womenOnly(),
                        changed.online()));
    }

    @CommandHandler
    void decide(ChangeHelpLanguages command) {
        mustBeIn(CourseState.SCHEDULED, CourseState.STARTED);
        if (!command.helpLanguages().equals(helpLanguages)) {
            apply(new CourseHistory.HelpLanguagesChanged(courseId, command.helpLanguages()));
        }
    }

    @CommandHandler
    void decide(ChangePlaces command, RulesInForce rules, Clock clock) {
        mustBeIn(CourseState.SCHEDULED, CourseState.STARTED);
        Places wanted = places(command.places(), command.blocked());
        PlanRules.checkPlaces(wanted, courseType, rules.at(clock.instant()));
        if (!wanted.equals(places)) {
            apply(new CourseHistory.PlacesChanged(courseId, wanted.asked(), wanted.blocked()));
        }
    }

    /** Said every time, as it goes stale; another number than before is a change too. */
    @CommandHandler
    void decide(ConfirmPlaces command, RulesInForce rules, Clock clock) {
        decide(new ChangePlaces(courseId, command.places(), command.blocked()), rules, clock);
        apply(
                new CourseHistory.PlacesConfirmed(
                        courseId,
                        places.asked(),
                        LocalDate.now(clock),
                        places.blocked(),
                        command.confirmedBy()));
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

    private Places places(int asked, @Nullable Integer blocked) {
        return new Places(asked, blocked == null ? places.blocked() : blocked);
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
                plan = it.plan();
                terms = it.terms();
                helpLanguages = it.helpLanguages() == null ? List.of() : it.helpLanguages();
                places = it.allPlaces();
                state = CourseState.SCHEDULED;
            }
            case CourseHistory.Rescheduled it -> {
                plan = it.plan();
                terms = it.terms().appliedTo(terms);
            }
            case CourseHistory.HelpLanguagesChanged it -> helpLanguages = it.helpLanguages();
            case CourseHistory.PlacesChanged it -> places = places(it.places(), it.blocked());
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
