package de.kim.catalog.write;

import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The teacher can help in other languages: no reason for anybody to decide anew. */
public record ChangeHelpLanguages(
        @TargetAggregateIdentifier UUID courseId, List<String> helpLanguages)
        implements CourseCommand {
    public ChangeHelpLanguages {
        helpLanguages = helpLanguages.stream().distinct().sorted().toList();
    }
}
