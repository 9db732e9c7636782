package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SmsSignatureTest {
    /** The example of docs/sms-gateway.md: whoever writes a gateway begins with it. */
    private static final String SIGNATURE =
            "e4a2bc9dac99f745c4f306627cb4be7c719db973b8c99ed3c3a459a9a5a97515";

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final SmsSignature signature =
            new SmsSignature(
                    new SmsSettings(
                            "https://gateway.example",
                            "example-secret-of-32-characters!",
                            2,
                            Duration.ofMinutes(5)),
                    Clock.fixed(Instant.ofEpochSecond(1795860000), ZoneOffset.UTC));

    @Test
    void a_request_is_signed_as_the_interface_says() {
        assertThat(signature.sign(BODY))
                .isEqualTo(new SmsSignature.Signed("1795860000", SIGNATURE));
        assertThat(signature.check("1795860000", SIGNATURE, BODY)).isPresent();
    }

    @Test
    void one_other_bit_is_another_signature() {
        assertThat(signature.check("1795860001", SIGNATURE, BODY)).isEmpty();
        assertThat(signature.check("1795860000", SIGNATURE, "[]".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        String last = SIGNATURE.endsWith("0") ? "1" : "0";
        assertThat(
                        signature.check(
                                "1795860000",
                                SIGNATURE.substring(0, SIGNATURE.length() - 1) + last,
                                BODY))
                .isEmpty();
    }
}
