package de.kim.catalog.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is mine to do next about my courses: a provider's own, two weeks ahead; the coordinator, who
 * has to ask why, sees what is late anywhere. Tests that a provider holds stand in the worklist of
 * referral-service.
 */
@RestController
class WorklistEndpoint {
    private static final String LIST = "worklist";
    private static final Period AHEAD = Period.ofWeeks(2);

    private final Worklist worklist;
    private final Clock clock;

    WorklistEndpoint(Worklist worklist, Clock clock) {
        this.worklist = worklist;
        this.clock = clock;
    }

    @Allow({Role.PROVIDER, Role.COORDINATOR})
    @GetMapping("/api/worklist")
    Page<Worklist.Task> worklist(
            @RequestParam(required = false) @Nullable TaskKind kind,
            @RequestParam(required = false) @Nullable LocalDate dueBefore,
            Actor actor,
            PageQuery query) {
        LocalDate today = LocalDate.now(clock);
        boolean own = actor.roles().contains(Role.PROVIDER);
        LocalDate until = own ? today.plus(AHEAD) : today.minusDays(1);
        if (dueBefore != null && !dueBefore.isAfter(until)) {
            until = dueBefore.minusDays(1);
        }
        Worklist.After after =
                query.after(LIST, 3).map(WorklistEndpoint::after).orElse(Worklist.After.NOTHING);
        return Page.of(
                worklist.page(
                        new Worklist.Part(own ? actor.body() : null, kind, until),
                        after,
                        today,
                        query.rows()),
                query,
                last -> Worklist.cursorAfter(LIST, last));
    }

    private static Worklist.After after(Cursor cursor) {
        return new Worklist.After(cursor.day(0), cursor.number(1), cursor.text(2));
    }
}
