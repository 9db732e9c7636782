package de.kim.kit.store.sample;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what it sees; a note that says {@code poison} fails three times. */
@Component
@ProcessingGroup(SeenProjection.NAME)
public class SeenProjection {
    public static final String NAME = "seen";

    private final AtomicInteger poison = new AtomicInteger(3);
    private final JdbcClient jdbc;

    SeenProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void project(CourseHistory event, TrackingToken token) {
        if (event instanceof CourseHistory.Noted noted
                && noted.note().equals("poison")
                && poison.getAndDecrement() > 0) {
            throw new IllegalStateException("cannot project this yet");
        }
        jdbc.sql("insert into seen (position, course, type) values (?, ?, ?)")
                .param(token.position().orElseThrow())
                .param(event.course())
                .param(event.getClass().getSimpleName())
                .update();
    }
}
