package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.events.DataClass;
import de.kim.events.Envelope;
import de.kim.events.PersonErased;
import de.kim.events.PersonalDataDeleted;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.Topic;
import de.kim.events.WithdrawalReason;
import de.kim.kit.testing.HandClock;
import de.kim.kit.testing.RunningService;
import de.kim.kit.web.FrontDoor;
import de.kim.referral.plumbing.RetentionSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is kept for a time is gone afterwards; the clock is moved by hand. */
@SpringBootTest(
        classes = {ReferralService.class, RetentionTest.MovedClock.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kim.door.first-retry=50ms",
            "kim.door.retry-every=50ms",
            "kim.retention.every=PT0.1S"
        })
@DirtiesContext
class RetentionTest extends RunningService {
    private static final String BODY = "jobcenter-stadt";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TestConfiguration(proxyBeanMethods = false)
    static class MovedClock {
        @Bean
        HandClock clock() {
            return new HandClock();
        }
    }

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        RunningReferrals.keys(registry);
    }

    @Autowired private Clock clock;

    RetentionTest() {
        super(BODY, Topic.REFERRALS);
    }

    /**
     * Others in the same database are not to be deleted by a clock that is ahead, nor while their
     * own tests run: what this one made due is gone before the next begins.
     */
    @AfterEach
    void backToToday() {
        eventually(() -> assertThat(overdue()).isZero());
        hand().set(HandClock.MONDAY);
    }

    private int overdue() {
        Integer documents =
                jdbc.queryForObject(
                        """
                        select count(*) from vault.document d join vault.person p using (referral_id)
                        where p.opened_on <= ?::date - case d.data_class
                            when 'IDENTITY' then interval '10 years' else interval '5 years' end
                        """,
                        Integer.class,
                        LocalDate.now(clock).toString());
        return documents == null ? 0 : documents;
    }

    @Test
    void names_stay_ten_years_the_rest_five_and_each_deletion_is_an_event() {
        String id = requested();
        hand().advance(Duration.ofDays(1));
        String nextDay = requested();

        move(Period.ofYears(5));
        eventually(() -> assertThat(classes(id)).containsExactly("IDENTITY"));
        assertThat(classes(nextDay)).hasSize(6);
        List<Envelope> said = said(id, 3);
        assertThat(said)
                .extracting(it -> (Object) it.event().getClass())
                .containsExactly(
                        ReferralRequested.class,
                        ReferralWithdrawn.class,
                        PersonalDataDeleted.class);
        assertThat(((ReferralWithdrawn) said.get(1).event()).reason())
                .isEqualTo(WithdrawalReason.RETENTION_ENDED);
        assertThat(((PersonalDataDeleted) said.get(2).event()).dataClasses())
                .containsExactly(
                        DataClass.CONTACT,
                        DataClass.FILE_NUMBERS,
                        DataClass.FREE_TEXT,
                        DataClass.ATTRIBUTES,
                        DataClass.REGISTRATION);
        assertThat(said.get(2).body()).isNull();
        eventually(() -> assertThat(WIRE.isErased(UUID.fromString(id))).isTrue());
        assertThat(get(BODY, "/api/referrals/" + id + "/export").json().path("person").toString())
                .contains("Muster")
                .doesNotContain("sample@example.org", "SAMPLE-1", "SYRIA", "Musterstadt");

        move(Period.ofYears(10));
        eventually(() -> assertThat(classes(id)).isEmpty());
        eventually(() -> assertThat(classes(nextDay)).containsExactly("IDENTITY"));
        assertThat(said(id, 4).getLast().event()).isInstanceOf(PersonErased.class);
    }

    @Test
    void who_read_what_is_kept_for_six_months() {
        String id = requested();
        get("kim", "/api/contacts/" + id + "?purpose=OFFER");
        move(Period.ofMonths(6));
        get("kim", "/api/contacts/" + id + "?purpose=EXPIRY");
        assertThat(purposes(id)).containsExactly("OFFER", "EXPIRY");
        hand().advance(Duration.ofDays(1));
        eventually(() -> assertThat(purposes(id)).containsExactly("EXPIRY"));
    }

    @Test
    void a_draft_is_deleted_with_its_key_thirty_days_after_it_was_begun() {
        String draft =
                post("/api/referral-drafts", SampleBodies.referral(Map.of())).header("Location");
        assertThat(get(BODY, draft).json().path("keptUntil").asString())
                .isEqualTo(LocalDate.now(clock).plusDays(30).toString());
        move(Period.ofDays(30));
        assertThat(as(BODY).put(draft, "{}").status()).isEqualTo(204);
        assertThat(get(BODY, draft).status()).isEqualTo(200);
        hand().advance(Duration.ofDays(1));
        eventually(() -> assertThat(get(BODY, draft).code()).isEqualTo("DRAFT_NOT_FOUND"));
    }

    @Test
    void nothing_can_be_set_to_stay_longer_than_the_law_allows() {
        Map<DataClass, Period> keep = new EnumMap<>(DataClass.class);
        for (DataClass each : DataClass.values()) {
            keep.put(each, Period.ofYears(5));
        }
        assertThat(settings(keep).keep()).hasSize(DataClass.values().length);
        Period tooLong = Period.ofDays(31);
        assertThatThrownBy(() -> settings(keep, tooLong)).hasMessageContaining("drafts");
        keep.put(DataClass.CONTACT, Period.ofYears(5).plusDays(1));
        assertThatThrownBy(() -> settings(keep)).hasMessageContaining("CONTACT");
        keep.remove(DataClass.CONTACT);
        assertThatThrownBy(() -> settings(keep)).hasMessageContaining("CONTACT");
    }

    private static RetentionSettings settings(Map<DataClass, Period> keep) {
        return settings(keep, Period.ofDays(30));
    }

    private static RetentionSettings settings(Map<DataClass, Period> keep, Period drafts) {
        return new RetentionSettings(keep, drafts, Period.ofMonths(6), Duration.ofHours(1));
    }

    private HandClock hand() {
        return (HandClock) clock;
    }

    /** To the day on which what was opened on Monday is that old. */
    private void move(Period age) {
        hand().set(HandClock.MONDAY.atZone(ZONE).plus(age).toInstant());
    }

    private List<String> classes(String id) {
        return jdbc.queryForList(
                "select data_class from vault.document where referral_id = ?::uuid order by 1",
                String.class,
                id);
    }

    private List<String> purposes(String id) {
        return jdbc.queryForList(
                "select purpose from access_log where referral_id = ?::uuid order by id",
                String.class,
                id);
    }

    private String requested() {
        FrontDoor.Reply reply =
                post(
                        "/api/referrals",
                        SampleBodies.referral(
                                Map.of(
                                        "note",
                                        "a note",
                                        "registration",
                                        Map.of("birthPlace", "Musterstadt"))));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }
}
