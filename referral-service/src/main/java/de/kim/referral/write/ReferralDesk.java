package de.kim.referral.write;

import de.kim.events.Profile;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Vault;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where people are referred: the data goes into the vault, the fact into the history. */
@Component
class ReferralDesk {
    private final CommandGateway commands;
    private final Vault vault;
    private final SeatDesk seats;
    private final Duplicates duplicates;
    private final Clock clock;

    ReferralDesk(
            CommandGateway commands,
            Vault vault,
            SeatDesk seats,
            Duplicates duplicates,
            Clock clock) {
        this.commands = commands;
        this.seats = seats;
        this.vault = vault;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param linked the person was known: another referral stands for both, and its body acts next
     */
    record Requested(UUID referralId, boolean linked) {}

    /** In the unit of work of the request. */
    ResponseEntity<Requested> refer(UUID referralId, RequestReferralBody body, Actor actor) {
        body.mustBeComplete();
        Profile profile = body.attributes(LocalDate.now(clock)).asProfile(referralId, 1);
        List<Personal> known = body.known();
        Duplicates.Found found = duplicates.find(referralId, known);
        commands.sendAndWait(body.command(found.person(), actor.body(), profile));
        vault.open(referralId, found.person(), known, profile);
        duplicates.keep(referralId, found);
        if (body.testDateId() != null) {
            seats.book(referralId, body.testDateId(), actor.body());
        }
        return ResponseEntity.created(URI.create("/api/referrals/" + referralId))
                .eTag(IfMatch.etag(body.furtherEvents()))
                .body(new Requested(referralId, found.standing().isPresent()));
    }
}
