package de.kim.notification.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0171 3920001, +491713920001",
        "+49 171 3920001, +491713920001",
        "+49 (0) 171 / 39 20 001, +491713920001",
        "0049-171-3920001, +491713920001",
        "+380 50 123 4567, +380501234567"
    })
    void people_write_a_number_in_many_ways(String written, String e164) {
        assertThat(MobileNumber.of(written)).contains(new MobileNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0541 123456",
                "+49 541 123456",
                "171 3920001",
                "0171",
                "0171 39200011111",
                "+0171 3920001",
                "++491713920001",
                "+49171392000a",
                "+4917139200011234567"
            })
    void what_can_get_no_sms_is_none(String written) {
        assertThat(MobileNumber.of(written)).isEmpty();
    }

    @Test
    void no_number_is_none_and_none_gets_into_a_log() {
        assertThat(MobileNumber.of(null)).isEmpty();
        assertThat(MobileNumber.of("0171 3920001").orElseThrow())
                .hasToString("MobileNumber[hidden]");
    }
}
