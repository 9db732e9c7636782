package de.kim.allocation.read;

import de.kim.allocation.write.ClearingRoundHistory;
import de.kim.allocation.write.ClearingRoundHistory.Closed;
import de.kim.allocation.write.ClearingRoundHistory.Opened;
import de.kim.allocation.write.ClearingRoundHistory.Verified;
import de.kim.allocation.write.Match;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many places each round gave in a course, and how far back it came: for the prospects. */
@Component
@ProcessingGroup(OwnHistory.PLACES)
public class CutOffProjection {
    private final JdbcClient jdbc;

    public CutOffProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    public void project(ClearingRoundHistory event) {
        switch (event) {
            case Verified e -> e.matches().forEach(match -> given(e, match));
            case Opened e -> {}
            case Closed e -> {}
        }
    }

    private void given(Verified round, Match match) {
        Integer rank = match.rank();
        if (rank == null) {
            return;
        }
        jdbc.sql(
                        """
                        insert into cut_off (round_id, course_id, section, given, last_rank)
                        values (?, ?, ?, 1, ?)
                        on conflict (round_id, course_id, section) do update set
                            given = cut_off.given + 1,
                            last_rank = greatest(cut_off.last_rank, excluded.last_rank)
                        """)
                .params(round.roundId(), match.courseId(), match.section(), rank)
                .update();
    }
}
