package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.RulebookContent;
import de.kim.allocation.write.SoundRulebook;
import de.kim.events.Rulebook;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.WebRefusal;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who would have got which place under other rules. Each round keeps the input it had: who waited
 * and which places were free is history's, also where the other rules would have changed it before.
 */
@RestController
@RequestMapping("/api/counterfactuals")
class CounterfactualEndpoint {
    /** What is only proposed has no version. */
    private static final int NO_VERSION = 0;

    private final Counterfactuals counterfactuals;
    private final JdbcClient jdbc;
    private final Clock clock;

    CounterfactualEndpoint(Counterfactuals counterfactuals, JdbcClient jdbc, Clock clock) {
        this.counterfactuals = counterfactuals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Either a version that was published, or rules in full. */
    record OtherRules(@Nullable Integer version, @Nullable @Valid RulebookContent rulebook) {}

    /** Nothing to say. */
    record CancelCounterfactual() {}

    /**
     * Begins one; 409 COUNTERFACTUAL_RUNNING, 404 RULEBOOK_NOT_FOUND, 422 RULEBOOK_INCOMPLETE,
     * RULEBOOK_CONTRADICTORY.
     */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @PostMapping
    ResponseEntity<Counterfactuals.Progress> begin(
            @RequestBody @Valid OtherRules other, Actor actor) {
        Counterfactuals.Progress begun = counterfactuals.begin(actor.body(), rules(other));
        return ResponseEntity.accepted()
                .location(URI.create("/api/counterfactuals/" + begun.counterfactualId()))
                .body(begun);
    }

    /** How far it is, and what came out of it so far. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/{counterfactualId}")
    Counterfactuals.Progress one(@PathVariable UUID counterfactualId, Actor actor) {
        return counterfactuals
                .of(counterfactualId, actor.body())
                .orElseThrow(() -> new Refused(AllocationRefusal.COUNTERFACTUAL_NOT_FOUND));
    }

    /** Ends it after the round that it is at. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @PostMapping("/{counterfactualId}/cancellation")
    Counterfactuals.Progress cancel(
            @PathVariable UUID counterfactualId,
            @RequestBody @Valid CancelCounterfactual nothing,
            Actor actor) {
        return counterfactuals
                .cancel(counterfactualId, actor.body())
                .orElseThrow(() -> new Refused(AllocationRefusal.COUNTERFACTUAL_NOT_FOUND));
    }

    private Rulebook rules(OtherRules other) {
        RulebookContent content = other.rulebook();
        if ((content == null) == (other.version() == null)) {
            throw new Refused(WebRefusal.INVALID_INPUT);
        }
        return SoundRulebook.required(
                content == null ? published(other.version()) : content.as(NO_VERSION),
                LocalDate.now(clock));
    }

    private Rulebook published(@Nullable Integer version) {
        return jdbc.sql("select rulebook from rulebook where version = ?")
                .param(version)
                .query((row, i) -> JsonColumn.read(row.getString(1), Rulebook.class))
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.RULEBOOK_NOT_FOUND));
    }
}
