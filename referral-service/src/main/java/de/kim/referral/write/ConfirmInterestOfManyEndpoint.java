package de.kim.referral.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refusal;
import de.kim.kit.web.Actor;
import de.kim.kit.work.Outcome;
import de.kim.kit.work.RootUnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Many people were asked and still want a place. One that is refused does not keep the others from
 * being recorded; each has its own result.
 */
@RestController
class ConfirmInterestOfManyEndpoint {
    private final RootUnitOfWork root;

    ConfirmInterestOfManyEndpoint(RootUnitOfWork root) {
        this.root = root;
    }

    record ConfirmInterestOfManyBody(@Size(min = 1, max = 200) List<UUID> referralIds) {}

    /**
     * What became of one.
     *
     * @param code why it was refused, with the two sentences that say so; all null when it was done
     */
    record Result(
            UUID referralId,
            boolean done,
            @Nullable String code,
            @Nullable String german,
            @Nullable String english) {
        private static Result of(UUID referralId, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Done done -> new Result(referralId, true, null, null, null);
                case Outcome.NotDone(Refusal why) ->
                        new Result(referralId, false, why.name(), why.german(), why.english());
            };
        }
    }

    record Results(List<Result> results) {}

    /** Once each, and in one order: two who confirm the same people do not wait for each other. */
    @Allow(Role.REFERRER)
    @PostMapping("/api/worklist/interest-confirmations")
    Results confirmInterest(@Valid @RequestBody ConfirmInterestOfManyBody body, Actor actor) {
        return new Results(
                new TreeSet<>(body.referralIds)
                        .stream()
                                .map(
                                        id ->
                                                Result.of(
                                                        id,
                                                        root.attempt(
                                                                new ConfirmInterest(
                                                                        id, actor.body()))))
                                .toList());
    }
}
