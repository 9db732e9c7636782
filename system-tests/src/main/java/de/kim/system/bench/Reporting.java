package de.kim.system.bench;

import de.kim.local.Json;
import de.kim.local.Progress;
import de.kim.local.Status;
import de.kim.local.api.Api;
import de.kim.local.issuer.Accounts;
import de.kim.local.issuer.Tokens;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** The running reporting-service, asked by the network's office. */
final class Reporting {
    static final String SERVICE = "reporting-service";
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(30);

    private final Api api;

    Reporting(Status status) {
        var url = status.service(SERVICE).orElseThrow().url();
        api = new Api(Map.of(SERVICE, url), new Tokens(status), Progress.SILENT);
    }

    Api api() {
        return api;
    }

    JsonNode get(String path) {
        var answer = api.get(SERVICE, path, Accounts.COORDINATOR);
        if (!answer.done()) {
            throw new IllegalStateException(path + ": " + Json.text(answer.json()));
        }
        return answer.json();
    }

    /** Has the report built anew from what was put into the ledger, and waits for it. */
    void rebuild() {
        var number =
                api.post(
                                SERVICE,
                                "/api/projection/rebuild",
                                Accounts.COORDINATOR,
                                UUID.randomUUID().toString(),
                                Map.of())
                        .json()
                        .path("number")
                        .asLong();
        await(
                "the rebuild",
                () -> get("/api/projection").at("/lastRebuild/number").asLong(0) >= number);
    }

    /** Waits until the whole ledger is signed. */
    void awaitCheckpoint(long size) {
        await(
                "the checkpoint",
                () ->
                        api.get(
                                        SERVICE,
                                        "/api/ledger/inclusion?index=" + (size - 1),
                                        Accounts.COORDINATOR)
                                .done());
    }

    private interface Question {
        boolean isTrue();
    }

    private static void await(String what, Question question) {
        var givenUp = System.nanoTime() + PATIENCE;
        while (!question.isTrue()) {
            if (System.nanoTime() > givenUp) {
                throw new IllegalStateException(what + " does not come: the run is void");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
