package de.kim.reporting.read;

import static de.kim.reporting.read.ReportTable.instant;
import static de.kim.reporting.read.ReportTable.orNull;

import de.kim.audit.fold.Ending;
import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.Offers;
import de.kim.audit.fold.Place;
import de.kim.audit.fold.Registration;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.ReportProvider;
import de.kim.events.CancellationReason;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
                            "six_weeks_breached_on"),
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
                            "completed_on"),
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

    static final List<ReportTable<?, ?>> ALL = List.of(CASES, COURSES, PROVIDERS);

    private ReportTables() {}

    /** The rows of a table among those in memory. */
    @SuppressWarnings("unchecked") // each table has its map
    static <K, R> Map<K, R> rows(FoldedRows rows, ReportTable<K, R> table) {
        Object found =
                table == CASES
                        ? rows.cases()
                        : table == COURSES ? rows.courses() : rows.providers();
        return (Map<K, R>) found;
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
            row.breachedOn()
        };
    }

    private static ReportCase reportCase(ResultSet row) throws SQLException {
        String waitingFor = row.getString("waiting_for");
        return new ReportCase(
                row.getObject("referral_id", UUID.class),
                registration(row),
                tested(row),
                day(row, "queued_on"),
                offers(row),
                place(row),
                ending(row),
                waitingFor.isEmpty() ? List.of() : List.of(waitingFor.split(",")),
                day(row, "six_weeks_breached_on"));
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
            row.completedOn()
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
                day(row, "completed_on"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
