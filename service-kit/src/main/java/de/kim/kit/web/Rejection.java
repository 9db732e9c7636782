package de.kim.kit.web;

import de.kim.kit.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a request is not answered as wished: what a {@link Problem} is made of. */
record Rejection(Refusal refusal, List<FieldError> errors, Map<String, String> headers) {
    static Rejection of(Refusal refusal) {
        return new Rejection(refusal, List.of(), Map.of());
    }

    static Rejection of(Refusal refusal, List<FieldError> errors) {
        return new Rejection(refusal, errors, Map.of());
    }

    static Rejection of(Refusal refusal, String header, String value) {
        return new Rejection(refusal, List.of(), Map.of(header, value));
    }

    int status() {
        return refusal.status();
    }

    Problem problem(String path) {
        return new Problem(
                "urn:kim:problem:" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                refusal.english(),
                refusal.status(),
                detail(),
                path,
                refusal.name(),
                refusal.german(),
                refusal.english(),
                errors,
                RequestStory.current().map(RequestStory::correlationId).orElse("none"));
    }

    private String detail() {
        return errors.isEmpty()
                ? refusal.english()
                : errors.stream()
                        .map(e -> e.field() + ": " + e.english())
                        .collect(Collectors.joining("; "));
    }
}
