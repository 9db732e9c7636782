package de.kim.kit.store.sample;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a {@link Course}, and of two at once. */
public sealed interface CourseCommand {
    record Open(@TargetAggregateIdentifier String course, int places) implements CourseCommand {}

    record TakePlace(@TargetAggregateIdentifier String course, String person)
            implements CourseCommand {}

    record LeavePlace(@TargetAggregateIdentifier String course, String person)
            implements CourseCommand {}

    record Note(@TargetAggregateIdentifier String course, String note) implements CourseCommand {}

    /** Writes a row, then refuses. */
    record NoteInTableAndRefuse(@TargetAggregateIdentifier String course)
            implements CourseCommand {}

    /** Sends PostgreSQL a statement that it rejects. */
    record FailInTable(@TargetAggregateIdentifier String course) implements CourseCommand {}

    /** Handled outside of the aggregates: leaves one course, then takes a place in the other. */
    record Move(String from, String to, String person) implements CourseCommand {}
}
