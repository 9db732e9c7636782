package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.ApprovedOpenApi;
import de.kim.kit.web.BadInput;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest extends AllocationTestBase {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    @Test
    void bad_answers_are_refused_and_store_nothing() {
        UUID offerId = liveOffer();
        BadInput.against(
                        door,
                        "/api/offers/" + offerId + "/decline",
                        "{\"answeredBy\":\"PERSON\",\"reason\":\"OTHER\"}")
                .stored(this::events)
                .check();
    }

    @Test
    void bad_acceptances_are_refused_and_store_nothing() {
        UUID offerId = liveOffer();
        BadInput.against(
                        door,
                        "/api/offers/" + offerId + "/acceptance",
                        "{\"answeredBy\":\"PERSON\",\"keepsWaiting\":false}")
                .optional("keepsWaiting")
                .stored(this::events)
                .check();
    }

    @Test
    void bad_provider_changes_are_refused_and_store_nothing() {
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        neighbours.schedule(1);
        holdRound();
        answer(openOffer(referralId), "acceptance", "{\"answeredBy\":\"PERSON\"}");
        BadInput.against(
                        door,
                        "/api/waiting-list/" + referralId + "/provider-change",
                        "{\"reason\":\"CHILDCARE\"}")
                .stored(this::events)
                .check();
    }

    @Test
    void bad_rounds_are_refused_and_store_nothing() {
        BadInput.against(door, "/api/rounds", "{}").stored(this::events).check();
    }

    @Test
    void the_api_is_the_approved_one() {
        ApprovedOpenApi.check(port);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 999_999_999})
    void a_cursor_that_was_forged_leads_nowhere(long day) {
        forged("/api/waiting-list", Cursor.after("waiting-list", day, NOBODY));
        forged("/api/clocks", Cursor.after("clocks", day, NOBODY, "SIX_WEEKS", NOBODY));
        forged("/api/clocks/places", Cursor.after("places-to-confirm", day, NOBODY));
    }

    @Test
    void a_cursor_with_characters_that_no_key_has_leads_nowhere() {
        forged("/api/clocks", Cursor.after("clocks", 1, NOBODY, "\0", NOBODY));
    }

    private void forged(String list, Cursor cursor) {
        assertThat(door.get(list + "?cursor=" + cursor.opaque()))
                .extracting(Reply::status, Reply::code)
                .containsExactly(400, "INVALID_CURSOR");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(answer(UUID.fromString(NOBODY), "acceptance", "{\"answeredBy\":\"PERSON\"}"))
                .extracting(Reply::status, Reply::code)
                .containsExactly(404, "OFFER_NOT_FOUND");
        notFound("/api/offers/" + NOBODY, "OFFER_NOT_FOUND");
        notFound("/api/rounds/" + NOBODY, "ROUND_NOT_FOUND");
        notFound("/api/rounds/" + NOBODY + "/input", "ROUND_NOT_FOUND");
        notFound("/api/waiting-list/" + NOBODY, "REFERRAL_NOT_FOUND");
        notFound("/api/waiting-list/" + NOBODY + "/prospects", "REFERRAL_NOT_FOUND");
        notFound("/api/decisions/" + NOBODY, "DECISION_NOT_FOUND");
        notFound("/api/courses/" + NOBODY + "/places", "COURSE_NOT_FOUND");
    }

    @Test
    void bad_parameters_are_refused() {
        for (String path :
                List.of(
                        "/api/offers/1",
                        "/api/offers?state=LOST",
                        "/api/offers?cursor=x",
                        "/api/offers?limit=0",
                        "/api/offers?limit=1000000",
                        "/api/clocks/places?state=LATE",
                        "/api/clocks/places?cursor=x",
                        "/api/clocks?kind=SUNDIAL",
                        "/api/clocks?state=LATE",
                        "/api/clocks?cursor=x",
                        "/api/waiting-list?limit=-1",
                        "/api/waiting-list?cursor=%00",
                        "/api/waiting-list/me",
                        "/api/waiting-list/me/prospects",
                        "/api/rounds?cursor=AAAA",
                        "/api/rounds/%F0%9F%98%80",
                        "/api/courses/x/places",
                        "/api/decisions/x")) {
            Reply reply = door.get(path);
            assertThat(reply.status()).as("%s: %s", path, reply.text()).isBetween(400, 499);
        }
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        holdRound();
        String path = "/api/offers/" + openOffer(referralId) + "/acceptance";
        String key = UUID.randomUUID().toString();
        assertThat(door.post(path, "{\"answeredBy\":\"PERSON\"}", key).status()).isEqualTo(200);
        assertThat(door.post(path, "{\"answeredBy\":\"PERSON\"}", key).status()).isEqualTo(200);
        assertThat(door.post(path, "{\"answeredBy\":\"COUNSELLOR\"}", key).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(stored("PlacementHistory.Accepted", referralId)).isEqualTo(1);
    }

    @Test
    void lists_are_read_page_by_page() {
        neighbours.schedule(3);
        for (int i = 0; i < 5; i++) {
            neighbours.refer(LocalDate.of(2026, 11, 2).plusDays(i));
        }
        holdRound();
        holdRound();
        assertThat(pages("/api/offers?limit=2")).isGreaterThanOrEqualTo(3);
        assertThat(pages("/api/waiting-list?limit=1")).isGreaterThanOrEqualTo(2);
        assertThat(pages("/api/rounds?limit=1")).isGreaterThanOrEqualTo(2);
    }

    /** All items of a list, none twice. */
    private int pages(String path) {
        int items = 0;
        Set<String> seen = new HashSet<>();
        String next = path;
        while (!next.isEmpty()) {
            Reply page = door.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (var item : page.json().path("items")) {
                items++;
                assertThat(seen.add(item.toString())).isTrue();
            }
            String cursor = page.json().path("nextCursor").asString("");
            next = cursor.isEmpty() ? "" : path + "&cursor=" + cursor;
        }
        return items;
    }

    private UUID liveOffer() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        holdRound();
        return openOffer(referralId);
    }

    private void notFound(String path, String code) {
        Reply reply = door.get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo(code);
    }

    private long events() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }
}
