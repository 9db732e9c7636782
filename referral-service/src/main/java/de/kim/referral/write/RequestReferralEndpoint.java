package de.kim.referral.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.DryRun;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A body refers a person. */
@RestController
class RequestReferralEndpoint {
    private final ReferralDesk desk;

    RequestReferralEndpoint(ReferralDesk desk) {
        this.desk = desk;
    }

    /** The version answered counts consent and seat too, which are events of their own. */
    @Allow(Role.REFERRER)
    @DryRun
    @PostMapping("/api/referrals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReferralDesk.Requested> requestReferral(
            @Valid @RequestBody RequestReferralBody body, Actor actor) {
        return desk.refer(UUID.randomUUID(), body, actor);
    }
}
