package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.Cursor;
import de.kim.kit.web.FrontDoor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions for free places that cannot be. */
class FreePlacesRefusalsTest extends FreePlacesAsked {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "courseType=general|INVALID_INPUT",
                "courseType=GENERAL,SWIMMING|INVALID_INPUT",
                "municipality=0340|INVALID_INPUT",
                "municipality=0340400x|INVALID_INPUT",
                "near=Osnabr%C3%BCck|INVALID_INPUT",
                "near=99999999|UNKNOWN_MUNICIPALITY",
                "near=03404000&withinKm=0|INVALID_INPUT",
                "near=03404000&withinKm=201|INVALID_INPUT",
                "near=03404000&withinKm=1e9|INVALID_INPUT",
                "withinKm=5|CENTRE_MISSING",
                "from=2027-02-30|INVALID_INPUT",
                "from=tomorrow|INVALID_INPUT",
                "from=+999999999-12-31|INVALID_INPUT",
                "from=%2B999999999-12-31|WINDOW_OUT_OF_RANGE",
                "until=%2B999999999-12-31|WINDOW_OUT_OF_RANGE",
                "until=2027-11-24|WINDOW_OUT_OF_RANGE",
                "from=2027-11-24|WINDOW_OUT_OF_RANGE",
                "from=2027-02-01&until=2027-01-31|WINDOW_REVERSED",
                "until=2026-11-22|WINDOW_REVERSED",
                "childcare=maybe|INVALID_INPUT",
                "extent=HALF|INVALID_INPUT",
                "weekday=MON|INVALID_INPUT",
                "notBefore=25:00|INVALID_INPUT",
                "notAfter=noon|INVALID_INPUT",
                "providerId=..%2Fetc|INVALID_INPUT",
                "kinderbetreuung=true|UNKNOWN_FILTER",
                "courseType%5B0%5D=GENERAL|INVALID_PARAMETER",
                "courseType%5B999999999%5D=GENERAL|INVALID_PARAMETER",
                "limit=0|INVALID_PARAMETER",
                "limit=1000|INVALID_PARAMETER",
                "cursor=x|INVALID_CURSOR",
                "near='%20or%201=1--|INVALID_INPUT",
                "municipality=03404000%00|INVALID_PARAMETER"
            })
    void a_filter_that_cannot_be_is_refused(String query, String code) {
        FrontDoor.Reply reply = ask(query);
        assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
        assertThat(reply.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "cursor=x"})
    void a_feed_has_no_pages(String query) {
        assertThat(ask(".csv", query).code()).isEqualTo("UNKNOWN_FILTER");
    }

    @Test
    void a_cursor_that_was_forged_leads_nowhere() {
        for (long day : List.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE, 999_999_999L)) {
            String cursor = Cursor.after("free-places", day, 1).opaque();
            assertThat(ask("cursor=" + cursor).code()).isEqualTo("INVALID_CURSOR");
        }
        String other = Cursor.after("courses", 1, 1).opaque();
        assertThat(ask("cursor=" + other).code()).isEqualTo("INVALID_CURSOR");
    }
}
