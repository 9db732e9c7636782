package de.kim.allocation.read;

import de.kim.events.ClockKind;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clocks of everybody who is on the way to a course, the most urgent first. */
@RestController
class ClocksEndpoint {
    private final ClocksRunning clocks;

    ClocksEndpoint(ClocksRunning clocks) {
        this.clocks = clocks;
    }

    /** A referrer sees those of its own people. */
    @Allow({Role.REFERRER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/clocks")
    Page<ClockShown> page(
            @RequestParam(required = false) @Nullable ClockKind kind,
            @RequestParam(required = false) ClocksRunning.@Nullable State state,
            PageQuery query,
            Actor actor) {
        return Page.of(clocks.page(kind, state, query, actor), query, ClocksRunning::cursorAfter);
    }
}
