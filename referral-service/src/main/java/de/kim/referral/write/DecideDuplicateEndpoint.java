package de.kim.referral.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether two referrals are of one person, said by the coordinator who has asked both bodies. It
 * cannot be taken back: two people would have to be told apart again in every place that they were
 * given since.
 */
@RestController
class DecideDuplicateEndpoint {
    private final Duplicates duplicates;
    private final PossibleDuplicates possible;

    DecideDuplicateEndpoint(Duplicates duplicates, PossibleDuplicates possible) {
        this.duplicates = duplicates;
        this.possible = possible;
    }

    record DecideDuplicateBody(boolean same) {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/possible-duplicates/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideDuplicate(
            @PathVariable("id") UUID id,
            @Valid @RequestBody DecideDuplicateBody body,
            Actor actor) {
        PossibleDuplicates.Pair pair =
                possible.locked(id)
                        .orElseThrow(
                                () -> new Refused(ReferralRefusal.POSSIBLE_DUPLICATE_NOT_FOUND));
        if (pair.same() == null) {
            possible.decide(id, body.same, actor.account());
            if (body.same) {
                duplicates.same(pair.otherReferralId(), pair.referralId());
            }
        } else if (pair.same() != body.same) {
            throw new Refused(ReferralRefusal.DUPLICATE_DECIDED);
        }
    }
}
