package de.kim.notification.write;

import de.kim.events.DeclineReason;
import de.kim.kit.web.input.BirthDate;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a person sent from the page. */
record PersonForm(Map<String, String> fields) {
    private static final int LONGEST_NUMBER = 4;
    private static final int MOST_FIELDS = 20;

    /**
     * Reads a body of type {@code application/x-www-form-urlencoded}; what is none has no fields.
     */
    static PersonForm of(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new PersonForm(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    String step() {
        return fields.getOrDefault("step", "");
    }

    Optional<String> language() {
        return Optional.ofNullable(fields.get("lang"));
    }

    /**
     * Empty when day, month and year are no date. Any digits count, also Arabic and Persian; who
     * does not know the day, or has 00.00. in their papers, enters 0.
     */
    Optional<BirthDate> birthDate() {
        Optional<Integer> day = number("day");
        Optional<Integer> month = number("month");
        Optional<Integer> year = number("year").filter(y -> y > 1000);
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BirthDate(year.get(), month.get(), day.get()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> number(String field) {
        String text = fields.getOrDefault(field, "").strip();
        boolean isNumber =
                !text.isEmpty()
                        && text.length() <= LONGEST_NUMBER
                        && text.chars().allMatch(Character::isDigit);
        // parseInt reads the digits of every script
        return isNumber ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    Optional<DeclineReason> reason() {
        return Arrays.stream(DeclineReason.values())
                .filter(reason -> reason.name().equals(fields.get("reason")))
                .findFirst();
    }
}
