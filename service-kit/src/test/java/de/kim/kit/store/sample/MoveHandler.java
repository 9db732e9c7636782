package de.kim.kit.store.sample;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Touches two aggregates in one command; the second may refuse after the first has changed. */
@Component
class MoveHandler {
    private final Repository<Course> courses;

    MoveHandler(Repository<Course> courses) {
        this.courses = courses;
    }

    @CommandHandler
    void decide(CourseCommand.Move command) {
        courses.load(command.from()).execute(from -> from.leave(command.person()));
        courses.load(command.to()).execute(to -> to.take(command.person()));
    }
}
