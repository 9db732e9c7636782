package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "07:00, 2026-11-23T05:59:59Z, 2026-11-23T06:00:00Z",
        "07:00, 2026-11-23T06:00:00Z, 2026-11-24T06:00:00Z",
        "07:00, 2026-07-01T04:00:00Z, 2026-07-01T05:00:00Z",
        // the clocks go forward: that day has no half past two
        "02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        // and back: half past two comes twice, the mail once
        "02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "02:30, 2026-10-25T01:00:00Z, 2026-10-26T01:30:00Z"
    })
    void a_day_has_one_mail_also_when_clocks_change(LocalTime at, Instant now, Instant next) {
        assertThat(new StaffSettings(Duration.ofSeconds(1), at, "", "").nextDigest(now))
                .isEqualTo(next);
    }
}
