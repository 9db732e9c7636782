package de.kim.referral.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Public;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import de.kim.kit.web.WebRefusal;
import de.kim.referral.write.ReferralRefusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Free seats in placement tests for everybody; who has one only for whoever holds the test. */
@RestController
class TestDatesEndpoint {
    private static final String FREE = "test-dates";
    private static final String HOSTED = "hosted-test-dates";

    /** A municipality, or all of a district. */
    private static final Pattern AREA = Pattern.compile("\\d{5}|\\d{8}");

    private static final long LAST_SECOND =
            LocalDate.of(2999, 12, 31).atStartOfDay().toEpochSecond(ZoneOffset.UTC);

    private final TestDates dates;
    private final Clock clock;

    TestDatesEndpoint(TestDates dates, Clock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    /** A date and who sits there. */
    record Hosted(TestDates.TestDate date, List<TestDates.Seat> seats) {}

    @Public("a list of dates and free seats like that of free places; nothing is about a person")
    @GetMapping("/api/test-dates")
    Page<TestDates.TestDate> free(
            @RequestParam(required = false) @Nullable String municipality, PageQuery query) {
        if (municipality != null && !AREA.matcher(municipality).matches()) {
            throw new Refused(WebRefusal.INVALID_PARAMETER);
        }
        LocalDateTime now = LocalDateTime.now(clock);
        TestDates.After after =
                query.after(FREE, 2)
                        .map(TestDatesEndpoint::after)
                        .orElse(TestDates.After.start(now));
        return Page.of(
                dates.free(now, after, municipality, query.rows()),
                query,
                last -> cursor(FREE, last));
    }

    @Allow({Role.PROVIDER, Role.COORDINATOR})
    @GetMapping("/api/hosted-test-dates")
    Page<TestDates.TestDate> hosted(Actor actor, PageQuery query) {
        TestDates.After after =
                query.after(HOSTED, 2)
                        .map(TestDatesEndpoint::after)
                        .orElse(TestDates.After.start(LocalDate.EPOCH.atStartOfDay()));
        return Page.of(
                dates.of(actor.body(), after, query.rows()), query, last -> cursor(HOSTED, last));
    }

    @Allow({Role.PROVIDER, Role.COORDINATOR})
    @GetMapping("/api/test-dates/{id}")
    Hosted one(@PathVariable("id") UUID id, Actor actor) {
        return dates.one(id, actor.body())
                .map(date -> new Hosted(date, dates.seats(id)))
                .orElseThrow(() -> new Refused(ReferralRefusal.TEST_DATE_NOT_FOUND));
    }

    private static Cursor cursor(String list, TestDates.TestDate last) {
        return Cursor.after(
                list,
                last.day().atTime(last.begins()).toEpochSecond(ZoneOffset.UTC),
                last.number());
    }

    private static TestDates.After after(Cursor cursor) {
        long second = cursor.number(0);
        if (second < 0 || second > LAST_SECOND) {
            throw new Refused(WebRefusal.INVALID_CURSOR);
        }
        return new TestDates.After(
                LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC), cursor.number(1));
    }
}
