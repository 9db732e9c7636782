package de.kim.allocation.write;

import de.kim.events.RoundKind;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.RequestStory;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Holds a clearing round over all who wait; 409 RULEBOOK_MISSING, ROUND_INPUT_INVALID,
 * ROUND_RUNNING.
 */
@RestController
class HoldRoundEndpoint {
    private final Rounds rounds;

    HoldRoundEndpoint(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Nothing to say: a round is always over all. */
    record HoldRound() {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/rounds")
    ResponseEntity<RoundHeld> answer(@RequestBody @Valid HoldRound body, Actor actor) {
        Map<String, String> story =
                RequestStory.current().map(RequestStory::metadata).orElse(Map.of());
        RoundHeld held = apart(story);
        return ResponseEntity.created(URI.create("/api/rounds/" + held.roundId())).body(held);
    }

    /** A round is many units of work, and the request is one: so it runs on a thread of its own. */
    private RoundHeld apart(Map<String, String> story) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> rounds.holdNow(RoundKind.ON_COMMAND, story),
                            round -> new Thread(round, "round").start())
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
