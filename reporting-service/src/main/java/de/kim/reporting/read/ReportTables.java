package de.kim.reporting.read;

import static de.kim.reporting.read.ReportTable.instant;
import static de.kim.reporting.read.ReportTable.orNull;

import de.kim.audit.fold.Conduct;
import de.kim.audit.fold.Ending;
import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.Offers;
import de.kim.audit.fold.Place;
import de.kim.audit.fold.Registration;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.ReportOverride;
import de.kim.audit.fold.ReportPassing;
import de.kim.audit.fold.ReportProvider;
import de.kim.audit.fold.ReportRound;
import de.kim.audit.fold.ReportRulebook;
import de.kim.audit.fold.SixWeeksClock;
import de.kim.events.CancellationReason;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of the report. */
final class ReportTables {
    static final ReportTable<UUID, ReportCase> CASES =
            new ReportTable<>(
                    "report_case",
                    List.of(
                            "referral_id",
                            "person",
                            "referring_body",
                            "legal_basis",
                            "entitled_on",
                            "registered_on",
                            "tested_on",
                            "recommended_type",
                            "queued_on",
                            "offers",
                            "first_offered_at",
                            "open_offer_id",
                            "open_course_id",
                            "declined",
                            "expired",
                            "withdrawn",
                            "accepted_at",
                            "held_course_id",
                            "held_starts_on",
                            "started_course_id",
                            "started_on",
                            "ended_how",
                            "ended_reason",
                            "ended_on",
                            "waiting_for",
                            "six_weeks_breached_on",
                            "six_weeks_warned",
                            "six_weeks_other_course"),
                    ReportCase::referralId,
                    ReportTables::values,
                    ReportTables::reportCase);

    static final ReportTable<UUID, ReportCourse> COURSES =
            new ReportTable<>(
                    "report_course",
                    List.of(
                            "course_id",
                            "provider_id",
                            "course_type",
                            "municipality",
                            "begins",
                            "places",
                            "capacity",
                            "cancelled",
                            "started_on",
                            "completed_on",
                            "stated_on",
                            "confirmed_on_time",
                            "confirmed_late",
                            "postponed",
                            "present"),
                    ReportCourse::courseId,
                    ReportTables::values,
                    ReportTables::course);

    static final ReportTable<String, ReportProvider> PROVIDERS =
            new ReportTable<>(
                    "report_provider",
                    List.of("provider_id", "name"),
                    ReportProvider::providerId,
                    provider -> new Object[] {provider.providerId(), provider.name()},
                    row -> new ReportProvider(row.getString("provider_id"), row.getString("name")));

    static final ReportTable<UUID, ReportRound> ROUNDS =
            new ReportTable<>(
                    "report_round",
                    List.of("round_id", "held_on", "passed", "holding", "violated"),
                    ReportRound::roundId,
                    ReportTables::values,
                    ReportTables::round);

    static final ReportTable<UUID, ReportOverride> OVERRIDES =
            new ReportTable<>(
                    "report_override",
                    List.of(
                            "event_id",
                            "granted_on",
                            "course_id",
                            "condition",
                            "second_body",
                            "displaced"),
                    ReportOverride::eventId,
                    ReportTables::values,
                    ReportTables::override);

    static final ReportTable<UUID, ReportPassing> PASSINGS =
            new ReportTable<>(
                    "report_passing",
                    List.of("event_id", "passed_on", "from_course_id", "to_course_id"),
                    ReportPassing::eventId,
                    ReportTables::values,
                    ReportTables::passing);

    static final ReportTable<Integer, ReportRulebook> RULEBOOKS =
            new ReportTable<>(
                    "report_rulebook",
                    List.of("version", "smallest"),
                    ReportRulebook::version,
                    row -> new Object[] {row.version(), smallest(row)},
                    ReportTables::rulebook);

    static final List<ReportTable<?, ?>> ALL =
            List.of(CASES, COURSES, PROVIDERS, ROUNDS, OVERRIDES, PASSINGS, RULEBOOKS);

    private ReportTables() {}

    /** The rows of a table among those in memory. */
    @SuppressWarnings("unchecked") // each table has its map
    static <K, R> Map<K, R> rows(FoldedRows rows, ReportTable<K, R> table) {
        Map<ReportTable<?, ?>, Map<?, ?>> all =
                Map.of(
                        CASES,
                        rows.cases(),
                        COURSES,
                        rows.courses(),
                        PROVIDERS,
                        rows.providers(),
                        ROUNDS,
                        rows.rounds(),
                        OVERRIDES,
                        rows.overrides(),
                        PASSINGS,
                        rows.passings(),
                        RULEBOOKS,
                        rows.rulebooks());
        return (Map<K, R>) Objects.requireNonNull(all.get(table));
    }

    private static @Nullable Object[] values(ReportCase row) {
        Registration registration = row.registration();
        ReportCase.Tested tested = row.tested();
        Offers offers = row.offers();
        Offers.OpenOffer open = offers.open();
        Place.Held held = row.place().held();
        Place.Started started = row.place().started();
        Ending ending = row.ending();
        return new @Nullable Object[] {
            row.referralId(),
            registration == null ? null : registration.person(),
            registration == null ? null : registration.referringBody(),
            registration == null ? null : registration.legalBasis(),
            registration == null ? null : registration.entitledOn(),
            registration == null ? null : registration.registeredOn(),
            tested == null ? null : tested.on(),
            tested == null ? null : tested.recommended(),
            row.queuedOn(),
            offers.made(),
            offers.firstAt(),
            open == null ? null : open.offerId(),
            open == null ? null : open.courseId(),
            offers.declined(),
            offers.expired(),
            offers.withdrawn(),
            row.place().acceptedAt(),
            held == null ? null : held.courseId(),
            held == null ? null : held.startsOn(),
            started == null ? null : started.courseId(),
            started == null ? null : started.on(),
            ending == null ? null : ending.how(),
            ending == null ? null : ending.reason(),
            ending == null ? null : ending.on(),
            String.join(",", row.waitingFor()),
            row.sixWeeks().breachedOn(),
            row.sixWeeks().warned(),
            row.sixWeeks().otherCourseNamed()
        };
    }

    private static ReportCase reportCase(ResultSet row) throws SQLException {
        return new ReportCase(
                row.getObject("referral_id", UUID.class),
                registration(row),
                tested(row),
                day(row, "queued_on"),
                offers(row),
                place(row),
                ending(row),
                codes(row, "waiting_for"),
                new SixWeeksClock(
                        day(row, "six_weeks_breached_on"),
                        row.getBoolean("six_weeks_warned"),
                        row.getBoolean("six_weeks_other_course")));
    }

    private static @Nullable Registration registration(ResultSet row) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        return person == null
                ? null
                : new Registration(
                        person,
                        row.getString("referring_body"),
                        LegalBasis.valueOf(row.getString("legal_basis")),
                        row.getObject("entitled_on", LocalDate.class),
                        row.getObject("registered_on", LocalDate.class));
    }

    private static ReportCase.@Nullable Tested tested(ResultSet row) throws SQLException {
        LocalDate on = day(row, "tested_on");
        return on == null
                ? null
                : new ReportCase.Tested(on, CourseType.valueOf(row.getString("recommended_type")));
    }

    private static Offers offers(ResultSet row) throws SQLException {
        UUID open = row.getObject("open_offer_id", UUID.class);
        return new Offers(
                row.getInt("offers"),
                instant(row, "first_offered_at"),
                open == null
                        ? null
                        : new Offers.OpenOffer(open, row.getObject("open_course_id", UUID.class)),
                row.getInt("declined"),
                row.getInt("expired"),
                row.getInt("withdrawn"));
    }

    private static Place place(ResultSet row) throws SQLException {
        UUID held = row.getObject("held_course_id", UUID.class);
        UUID started = row.getObject("started_course_id", UUID.class);
        return new Place(
                instant(row, "accepted_at"),
                held == null ? null : new Place.Held(held, day(row, "held_starts_on")),
                started == null
                        ? null
                        : new Place.Started(started, row.getObject("started_on", LocalDate.class)));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        String how = row.getString("ended_how");
        return how == null
                ? null
                : new Ending(
                        Ending.How.valueOf(how),
                        row.getString("ended_reason"),
                        row.getObject("ended_on", LocalDate.class));
    }

    private static @Nullable Object[] values(ReportCourse row) {
        ReportCourse.Plan plan = row.plan();
        return new @Nullable Object[] {
            row.courseId(),
            plan == null ? null : plan.providerId(),
            plan == null ? null : plan.type(),
            plan == null ? null : plan.municipality(),
            plan == null ? null : plan.begins(),
            plan == null ? null : plan.places(),
            row.capacity(),
            row.cancelled(),
            row.startedOn(),
            row.completedOn(),
            row.conduct().statedOn(),
            row.conduct().onTime(),
            row.conduct().late(),
            row.conduct().postponed(),
            row.conduct().present()
        };
    }

    private static ReportCourse course(ResultSet row) throws SQLException {
        String provider = row.getString("provider_id");
        return new ReportCourse(
                row.getObject("course_id", UUID.class),
                provider == null
                        ? null
                        : new ReportCourse.Plan(
                                provider,
                                CourseType.valueOf(row.getString("course_type")),
                                row.getString("municipality"),
                                day(row, "begins"),
                                row.getInt("places")),
                row.getInt("capacity"),
                orNull(row.getString("cancelled"), CancellationReason::valueOf),
                day(row, "started_on"),
                day(row, "completed_on"),
                new Conduct(
                        day(row, "stated_on"),
                        row.getInt("confirmed_on_time"),
                        row.getInt("confirmed_late"),
                        row.getInt("postponed"),
                        row.getObject("present", Integer.class)));
    }

    private static @Nullable Object[] values(ReportRound row) {
        return new @Nullable Object[] {
            row.roundId(),
            row.heldOn(),
            row.passed(),
            String.join(",", row.holding()),
            String.join(",", row.violated())
        };
    }

    private static ReportRound round(ResultSet row) throws SQLException {
        return new ReportRound(
                row.getObject("round_id", UUID.class),
                day(row, "held_on"),
                row.getObject("passed", Boolean.class),
                codes(row, "holding"),
                codes(row, "violated"));
    }

    private static @Nullable Object[] values(ReportOverride row) {
        return new Object[] {
            row.eventId(),
            row.grantedOn(),
            row.courseId(),
            row.condition(),
            row.secondBody(),
            row.displaced()
        };
    }

    private static ReportOverride override(ResultSet row) throws SQLException {
        return new ReportOverride(
                row.getObject("event_id", UUID.class),
                row.getObject("granted_on", LocalDate.class),
                row.getObject("course_id", UUID.class),
                row.getString("condition"),
                row.getString("second_body"),
                row.getInt("displaced"));
    }

    private static @Nullable Object[] values(ReportPassing row) {
        return new @Nullable Object[] {
            row.eventId(), row.passedOn(), row.fromCourseId(), row.toCourseId()
        };
    }

    private static ReportPassing passing(ResultSet row) throws SQLException {
        return new ReportPassing(
                row.getObject("event_id", UUID.class),
                row.getObject("passed_on", LocalDate.class),
                row.getObject("from_course_id", UUID.class),
                row.getObject("to_course_id", UUID.class));
    }

    private static String smallest(ReportRulebook row) {
        return row.smallest().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(","));
    }

    private static ReportRulebook rulebook(ResultSet row) throws SQLException {
        return new ReportRulebook(
                row.getInt("version"),
                codes(row, "smallest").stream()
                        .map(one -> one.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        one -> CourseType.valueOf(one[0]),
                                        one -> Integer.valueOf(one[1]))));
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        String codes = row.getString(column);
        return codes.isEmpty() ? List.of() : List.of(codes.split(","));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
