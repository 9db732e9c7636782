package de.kim.kit.web.sample;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Public;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.DryRun;
import de.kim.kit.web.IfMatch;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class VisitEndpoint {
    /** What a test lets happen in the middle of a request, after the effect. */
    public static volatile Runnable meanwhile = () -> {};

    private final JdbcTemplate jdbc;

    VisitEndpoint(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Allow(Role.REFERRER)
    @DryRun
    @PostMapping("/api/visits")
    ResponseEntity<Answer> answer(@RequestBody @Valid NewVisit visit, Actor actor) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into visit (id, surname, body) values (?, ?, ?)",
                id,
                visit.surname(),
                actor.body());
        meanwhile.run();
        return ResponseEntity.created(URI.create("/api/visits/" + id))
                .eTag(IfMatch.etag(0))
                .body(new Answer(id));
    }

    @Allow(Role.REFERRER)
    @PostMapping("/api/visits/{id}/closing")
    void close(@PathVariable UUID id, IfMatch ifMatch) {
        jdbc.update("insert into visit (id, surname, body) values (gen_random_uuid(), 'x', 'x')");
        ifMatch.check(3);
        throw new Refused(VisitRefusal.CLOSED);
    }

    @Allow(Role.REFERRER)
    @GetMapping("/api/visits/{id}")
    Shown shown(@PathVariable UUID id) {
        return jdbc
                .query(
                        "select surname from visit where id = ?",
                        (row, i) -> new Shown(id, row.getString(1), null),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused(VisitRefusal.NO_SUCH_VISIT));
    }

    @Allow(Role.REFERRER)
    @GetMapping("/api/visits")
    Page<Shown> page(PageQuery query) {
        String after = query.after("visits", 1).map(c -> c.id(0).toString()).orElse("");
        List<Shown> rows =
                jdbc.query(
                        "select id, surname from visit where id::text > ? order by id::text limit ?",
                        (row, i) ->
                                new Shown(
                                        row.getObject("id", UUID.class),
                                        row.getString("surname"),
                                        null),
                        after,
                        query.rows());
        return Page.of(rows, query, row -> Cursor.after("visits", row.id()));
    }

    @Allow(Role.REFERRER)
    @GetMapping("/api/visits/search")
    List<Shown> search(
            @RequestParam LocalDate from,
            @RequestParam NewVisit.Kind kind,
            @RequestParam(defaultValue = "1") @Max(9) int most) {
        return List.of();
    }

    /** What an endpoint of ours must not be like. */
    @Allow(Role.REFERRER)
    @PostMapping("/api/anything")
    void anything(@RequestBody(required = false) byte[] anything) {
        jdbc.update("insert into visit (id, surname, body) values (gen_random_uuid(), 'x', 'x')");
    }

    @Allow(Role.REFERRER)
    @GetMapping("/api/broken")
    Shown broken(@RequestParam String name) {
        throw new IllegalStateException("no " + name);
    }

    @Public("a sample")
    @GetMapping("/api/open")
    Map<String, String> open() {
        return Map.of("open", "to all");
    }

    /** Nobody was named, so nobody comes in. */
    @GetMapping("/api/forgotten")
    Map<String, String> forgotten() {
        return Map.of("open", "to nobody");
    }

    public record Answer(UUID visitId) {}

    public record Shown(UUID id, String surname, @Nullable String note) {}
}
