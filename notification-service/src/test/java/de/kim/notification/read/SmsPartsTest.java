package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsPartsTest {
    @ParameterizedTest
    @CsvSource({
        "a, 1, 1",
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "ü, 160, 1",
        "€, 80, 1",
        "€, 81, 2",
        // 76 fit into a part of 153
        "€, 152, 2",
        "€, 153, 3",
        "я, 70, 1",
        "я, 71, 2",
        "я, 134, 2",
        "я, 135, 3",
        "ş, 71, 2",
        // a surrogate pair is not cut: 33 fit into a part of 67
        "😀, 35, 1",
        "😀, 66, 2",
        "😀, 67, 3"
    })
    void a_text_has_as_many_parts_as_the_network_makes_of_it(String letter, int times, int parts) {
        assertThat(SmsParts.of(letter.repeat(times))).isEqualTo(parts);
    }
}
