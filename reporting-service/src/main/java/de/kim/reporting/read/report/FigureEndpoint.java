package de.kim.reporting.read.report;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every figure about referrals opens the (pseudonymous) events behind it. */
@RestController
public class FigureEndpoint {
    private static final String LIST = "figure-events";

    private final FigureEvents events;
    private final Clock clock;

    public FigureEndpoint(FigureEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Named as in the report's CSV, {@code table.group.figure}, as they are now. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/figures/{id}/events")
    public Page<FigureEvent> events(
            @PathVariable("id") String id,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            PageQuery query) {
        Period period = Period.asked(quarter, from, until, LocalDate.now(clock));
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(-1L);
        return Page.of(
                events.of(id, period, after, query.rows()),
                query,
                last -> Cursor.after(LIST, last.index()));
    }
}
