package de.kim.referral.write;

import de.kim.events.DataClass;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Data of these classes was kept for as long as it may be: said by the clock. */
public record DeleteData(@TargetAggregateIdentifier UUID referralId, Set<DataClass> dataClasses)
        implements ReferralCommand {
    public DeleteData {
        dataClasses = Set.copyOf(dataClasses);
    }
}
