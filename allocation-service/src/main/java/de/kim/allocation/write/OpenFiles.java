package de.kim.allocation.write;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;

/** A person's placement and the courses it needs, locked until the unit of work ends. */
record OpenFiles(Aggregate<Placement> placement, Map<UUID, Aggregate<CoursePlaces>> courses) {
    Aggregate<CoursePlaces> course(UUID courseId) {
        return Objects.requireNonNull(courses.get(courseId));
    }

    <R> R look(Function<Placement, R> question) {
        return placement.invoke(question);
    }
}
