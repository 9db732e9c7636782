package de.kim.reporting.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.door.DoorNames;
import de.kim.kit.web.Actor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether the report is right, and a rebuild of it. */
@RestController
public class ProjectionEndpoint {
    private final JdbcTemplate jdbc;
    private final RebuildRequests requests;
    private final MeterRegistry metrics;

    public ProjectionEndpoint(JdbcTemplate jdbc, RebuildRequests requests, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.metrics = metrics;
        this.requests = requests;
    }

    /** The number of a rebuild, to be found again in {@code lastRebuild}. */
    public record Requested(long number) {}

    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/projection")
    public ProjectionState projection() {
        LedgerHead head = LedgerHead.read(jdbc);
        Boolean running =
                jdbc.queryForObject(
                        "select exists (select from rebuild where finished_at is null)",
                        Boolean.class);
        return new ProjectionState(
                head.size(),
                head.newest(),
                eventsBehind(),
                jdbc.queryForList(
                        "select type from report_unknown_type order by type", String.class),
                Boolean.TRUE.equals(running),
                lastRebuild().orElse(null));
    }

    /** Asks for a rebuild; it runs beside the live report. */
    @Allow(Role.COORDINATOR)
    @PostMapping("/api/projection/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Requested rebuild(Actor actor) {
        return new Requested(requests.request());
    }

    private @Nullable Long eventsBehind() {
        Gauge lag = metrics.find(DoorNames.LAG_EVENTS).tag("processor", "inbox").gauge();
        return lag == null || Double.isNaN(lag.value()) ? null : (Long) Math.round(lag.value());
    }

    private Optional<ProjectionState.LastRebuild> lastRebuild() {
        return jdbc
                .query(
                        """
                        select * from rebuild where finished_at is not null
                        order by number desc limit 1
                        """,
                        (row, number) -> {
                            String examples = row.getString("examples");
                            return new ProjectionState.LastRebuild(
                                    row.getLong("number"),
                                    Objects.requireNonNull(ReportTable.instant(row, "finished_at")),
                                    row.getLong("ledger_size"),
                                    row.getLong("millis"),
                                    row.getLong("divergent"),
                                    examples.isEmpty()
                                            ? List.of()
                                            : Arrays.asList(examples.split("\n")));
                        })
                .stream()
                .findFirst();
    }
}
