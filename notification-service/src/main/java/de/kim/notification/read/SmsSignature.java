package de.kim.notification.read;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs what goes to the gateway and checks what comes from it: HMAC-SHA-256 (RFC 2104) over the
 * time in seconds since 1970, a full stop, and the body.
 */
@Component
public class SmsSignature {
    public static final String TIME = "Kim-Time";
    public static final String SIGNATURE = "Kim-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private final SmsSettings settings;
    private final Clock clock;

    public SmsSignature(SmsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What a request says of its own origin. */
    public record Signed(String time, String signature) {}

    public Signed sign(byte[] body) {
        String time = Long.toString(clock.instant().getEpochSecond());
        return new Signed(time, HexFormat.of().formatHex(mac(time, body)));
    }

    /**
     * The signature, when it is right and not too old; empty too where no gateway is known. The
     * time is looked at last: whoever does not know the secret learns nothing of our clock.
     */
    public Optional<byte[]> check(@Nullable String time, @Nullable String signature, byte[] body) {
        if (!settings.isOpen()
                || time == null
                || signature == null
                || !SECONDS.matcher(time).matches()
                || !HEX.matcher(signature).matches()) {
            return Optional.empty();
        }
        byte[] right = mac(time, body);
        boolean same = MessageDigest.isEqual(right, HexFormat.of().parseHex(signature));
        return same && isOfNow(time) ? Optional.of(right) : Optional.empty();
    }

    private boolean isOfNow(String time) {
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(time));
        Duration age = Duration.between(signedAt, clock.instant()).abs();
        return age.compareTo(settings.replayWindow()) <= 0;
    }

    private byte[] mac(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(
                    new SecretKeySpec(
                            settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
