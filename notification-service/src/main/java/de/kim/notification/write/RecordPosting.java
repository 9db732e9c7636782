package de.kim.notification.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record on which day the post got the letter. */
public record RecordPosting(@TargetAggregateIdentifier UUID messageId, LocalDate postedOn) {}
