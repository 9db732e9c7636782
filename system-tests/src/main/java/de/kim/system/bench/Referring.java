package de.kim.system.bench;

import de.kim.local.Json;
import de.kim.local.Status;
import de.kim.local.issuer.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A body that refers one invented person after the other, over HTTP. Nothing is tried twice. */
final class Referring {
    private static final Pattern ID = Pattern.compile("\"referralId\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final int BUSY = 503;
    private static final String BODY = "jobcenter-stadt";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI address;
    private final Tokens tokens;

    Referring(Status status) {
        tokens = new Tokens(status);
        var service = status.service("referral-service").orElseThrow();
        address = URI.create(service.url() + "/api/referrals");
    }

    /**
     * Refers somebody new and gives the id of the referral, as soon as the answer is there; empty
     * when the service is too busy to take it (503).
     */
    Optional<String> refer() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Authorization", "Bearer " + tokens.of(BODY).text())
                        .POST(HttpRequest.BodyPublishers.ofString(person()))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == BUSY) {
            return Optional.empty();
        }
        var id = ID.matcher(answer.body());
        if (answer.statusCode() != 201 || !id.find()) {
            throw new IllegalStateException(
                    "a referral was not taken: %d %s"
                            .formatted(answer.statusCode(), answer.body()));
        }
        return Optional.of(id.group(1));
    }

    /** Nobody who is known already: whoever is like somebody else costs more, and is linked. */
    private static String name() {
        return ThreadLocalRandom.current()
                .ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static LocalDate birthday() {
        return LocalDate.of(1956, 1, 2).plusDays(ThreadLocalRandom.current().nextInt(18_000));
    }

    private static String person() {
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        return Json.text(
                Map.ofEntries(
                        Map.entry("surname", name()),
                        Map.entry("firstName", name()),
                        Map.entry("birthDate", birthday().toString()),
                        Map.entry("preferredLanguage", "uk"),
                        Map.entry("gender", "FEMALE"),
                        Map.entry("municipality", "03404000"),
                        Map.entry("nationalityGroup", "UKRAINE"),
                        Map.entry("languages", List.of("uk")),
                        Map.entry("childcareNeeded", false),
                        Map.entry("accessibilityNeeded", false),
                        Map.entry("available", List.of()),
                        Map.entry("legalBasis", "OBLIGED_JOBCENTER"),
                        Map.entry("entitledOn", today.minusDays(30).toString()),
                        Map.entry("consent", true)));
    }
}
