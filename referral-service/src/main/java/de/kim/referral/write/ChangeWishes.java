package de.kim.referral.write;

import de.kim.events.Wish;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person wishes other providers or courses, in this order. */
public record ChangeWishes(
        @TargetAggregateIdentifier UUID referralId,
        String by,
        List<Wish> wishes,
        boolean onlyWishes)
        implements ReferralCommand {
    public ChangeWishes {
        wishes = List.copyOf(wishes);
    }
}
