package de.kim.notification.plumbing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that can get an SMS, as E.164 has it. Of German ones only those of mobile networks (015,
 * 016, 017); of other countries it cannot be told, so the gateway decides.
 *
 * @param e164 with plus sign and country, digits only
 */
record MobileNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern GERMAN = Pattern.compile("\\+491[567][0-9]{8,9}");

    /** Empty where it is none. People write it in many ways. */
    static Optional<MobileNumber> of(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        String digits =
                written.replace("(0)", "")
                        .replaceAll("[ /()-]", "")
                        .replaceFirst("^00", "+")
                        .replaceFirst("^0", "+49");
        boolean mobile =
                E164.matcher(digits).matches()
                        && (!digits.startsWith("+49") || GERMAN.matcher(digits).matches());
        return mobile ? Optional.of(new MobileNumber(digits)) : Optional.empty();
    }

    /** So that it never gets into a log by accident. */
    @Override
    public String toString() {
        return "MobileNumber[hidden]";
    }
}
