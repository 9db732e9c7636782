package de.kim.referral.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person objects to a decision. Their words are on file at the body, and not here. */
public record RaiseObjection(
        @TargetAggregateIdentifier UUID referralId,
        String by,
        UUID objectionId,
        ObjectionAbout about,
        LocalDate raisedOn)
        implements ReferralCommand {}
