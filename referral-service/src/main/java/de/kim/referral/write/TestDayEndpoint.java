package de.kim.referral.write;

import de.kim.events.CourseType;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Vault;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the host of a test says: who came with which result, who did not, that there is none. */
@RestController
class TestDayEndpoint {
    private final CommandGateway commands;
    private final Vault vault;

    TestDayEndpoint(CommandGateway commands, Vault vault) {
        this.commands = commands;
        this.vault = vault;
    }

    record ResultBody(
            UUID referralId,
            CourseType recommendedType,
            int recommendedSection,
            @Nullable Boolean dispensable,
            @Valid Personal.@Nullable Background background) {}

    record MissBody(UUID referralId) {}

    record CancelTestDateBody() {}

    @Allow({Role.PROVIDER, Role.COORDINATOR})
    @PostMapping("/api/test-dates/{id}/results")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveResult(@PathVariable("id") UUID id, @Valid @RequestBody ResultBody body, Actor actor) {
        TestDay seat = commands.sendAndWait(new GiveResult(id, body.referralId, actor.body()));
        commands.sendAndWait(
                new RecordTestResult(
                        body.referralId,
                        id,
                        seat.day(),
                        body.recommendedType,
                        body.recommendedSection,
                        Boolean.TRUE.equals(body.dispensable)));
        if (body.background != null) {
            vault.change(body.referralId, body.background);
        }
    }

    @Allow({Role.PROVIDER, Role.COORDINATOR})
    @PostMapping("/api/test-dates/{id}/misses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recordMiss(@PathVariable("id") UUID id, @Valid @RequestBody MissBody body, Actor actor) {
        commands.sendAndWait(new RecordMiss(id, body.referralId, actor.body()));
        commands.sendAndWait(new EndTestBooking(body.referralId, null, id, BookingEnd.MISSED));
    }

    @Allow({Role.PROVIDER, Role.COORDINATOR})
    @PostMapping("/api/test-dates/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelTestDate(
            @PathVariable("id") UUID id, @Valid @RequestBody CancelTestDateBody body, Actor actor) {
        List<UUID> freed = commands.sendAndWait(new CancelTestDate(id, actor.body()));
        freed.forEach(
                referralId ->
                        commands.sendAndWait(
                                new EndTestBooking(
                                        referralId, null, id, BookingEnd.TEST_CANCELLED)));
    }
}
