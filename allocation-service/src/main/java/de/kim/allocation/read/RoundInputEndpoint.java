package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a round rested on and what it gave, for whoever decides it again. */
@RestController
class RoundInputEndpoint {
    private final JdbcClient jdbc;
    private final KeptRoundInputs inputs;

    RoundInputEndpoint(JdbcClient jdbc, KeptRoundInputs inputs) {
        this.jdbc = jdbc;
        this.inputs = inputs;
    }

    /**
     * The exact bytes that the round's {@code inputDigest} commits to, of people who were erased
     * since the hash of their part (docs/allocation-rules.md, "Canonical bytes").
     */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/rounds/{roundId}/input", produces = "text/plain;charset=UTF-8")
    byte[] input(@PathVariable UUID roundId) {
        return inputs.of(roundId).orElseThrow(() -> new Refused(whyNot(roundId)));
    }

    /**
     * The exact bytes that the round's {@code outcomeDigest} is the SHA-256 of: of a round with
     * erased people they can no longer be had by deciding it again.
     */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/rounds/{roundId}/outcome", produces = "text/plain;charset=UTF-8")
    byte[] outcome(@PathVariable UUID roundId) {
        return inputs.outcomeOf(roundId).orElseThrow(() -> new Refused(whyNot(roundId)));
    }

    private AllocationRefusal whyNot(UUID roundId) {
        boolean held =
                jdbc.sql("select exists (select 1 from clearing_round where round_id = ?)")
                        .param(roundId)
                        .query(Boolean.class)
                        .single();
        return held ? AllocationRefusal.ROUND_INPUT_GONE : AllocationRefusal.ROUND_NOT_FOUND;
    }
}
