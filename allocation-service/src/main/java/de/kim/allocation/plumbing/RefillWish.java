package de.kim.allocation.plumbing;

import de.kim.allocation.read.OwnHistory;
import de.kim.allocation.write.CoursePlacesHistory.PlaceFreed;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes a freed place in the transaction that freed it, so that it is offered on even after a
 * crash; many notes make one round.
 */
@Component
@ProcessingGroup(OwnHistory.REFILL)
public class RefillWish {
    private final JdbcClient jdbc;

    public RefillWish(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    public void react(PlaceFreed event) {
        jdbc.sql("insert into refill_wanted (course_id) values (?)")
                .param(event.courseId())
                .update();
    }
}
