package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.events.Exclusion;
import de.kim.events.Verdict;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.rules.RoundStatement;
import de.kim.rules.RoundStatement.Obstacle;
import de.kim.rules.RoundStatement.PlacesLeft;
import de.kim.rules.StatementSentences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is to be said of a round as a whole, as it was stored when the round was held: nothing is
 * computed from the data of today, so it reads the same whenever it is asked for.
 */
@RestController
class RoundStatementEndpoint {
    /** What fewer people have in common could tell of one of them. */
    private static final int FEWEST = 3;

    private final JdbcClient jdbc;

    RoundStatementEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The statement.
     *
     * @param german what came of the verification
     * @param stated whether reasons and places were stated: not for a round that did not pass, nor
     *     for one held before there were statements
     * @param unmatched people without a place
     * @param why each of them once
     * @param obstacles what stands in the way of those no course is open to; several for one person
     * @param placesLeft courses with places nobody took
     * @param fewLeftOut obstacles of fewer than three people are left out
     */
    record Statement(
            UUID roundId,
            LocalDate heldOn,
            boolean passed,
            String german,
            String english,
            List<Verdict> verdicts,
            boolean stated,
            int waiting,
            int matched,
            int unmatched,
            List<StatedReason> why,
            List<StatedReason> obstacles,
            List<CourseWithPlacesLeft> placesLeft,
            boolean fewLeftOut) {
        Statement {
            verdicts = List.copyOf(verdicts);
            why = List.copyOf(why);
            obstacles = List.copyOf(obstacles);
            placesLeft = List.copyOf(placesLeft);
        }
    }

    /** How many people a sentence is true for. */
    record StatedReason(String code, int people, String german, String english) {
        static StatedReason of(Obstacle obstacle) {
            Exclusion exclusion = obstacle.exclusion();
            return new StatedReason(
                    exclusion.name(),
                    obstacle.people(),
                    StatementSentences.german(exclusion),
                    StatementSentences.english(exclusion));
        }

        static StatedReason of(RoundStatement.Unmatched unmatched) {
            return new StatedReason(
                    unmatched.why().name(),
                    unmatched.people(),
                    StatementSentences.german(unmatched.why()),
                    StatementSentences.english(unmatched.why()));
        }

        static StatedReason tookAnother(int people) {
            return new StatedReason(
                    "TOOK_ANOTHER",
                    people,
                    StatementSentences.germanTookAnother(),
                    StatementSentences.englishTookAnother());
        }
    }

    /** A course with places left, and why nobody else would or could take them. */
    record CourseWithPlacesLeft(
            UUID courseId, int free, int taken, int left, List<StatedReason> why) {
        CourseWithPlacesLeft {
            why = List.copyOf(why);
        }
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/rounds/{roundId}/statement")
    Statement answer(@PathVariable UUID roundId, Actor actor) {
        int fewest = actor.seesAll() ? 1 : FEWEST;
        return jdbc.sql("select * from clearing_round where round_id = ?")
                .param(roundId)
                .query((row, i) -> statement(row, fewest))
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.ROUND_NOT_FOUND));
    }

    private static Statement statement(ResultSet row, int fewest) throws SQLException {
        String column = row.getString("statement");
        boolean passed = row.getBoolean("passed");
        int waiting = row.getInt("waiting");
        int matched = row.getInt("matched");
        RoundStatement stored =
                column == null
                        ? new RoundStatement(waiting, matched, List.of(), List.of(), List.of())
                        : JsonColumn.read(column, RoundStatement.class);
        return new Statement(
                row.getObject("round_id", UUID.class),
                row.getObject("held_on", LocalDate.class),
                passed,
                StatementSentences.germanVerdict(passed),
                StatementSentences.englishVerdict(passed),
                JsonColumn.list(row.getString("verdicts"), Verdict.class),
                column != null,
                waiting,
                matched,
                waiting - matched,
                stored.unmatched().stream().map(StatedReason::of).toList(),
                reasons(stored.obstacles(), fewest),
                stored.placesLeft().stream().map(course -> course(course, fewest)).toList(),
                fewest > 1);
    }

    private static CourseWithPlacesLeft course(PlacesLeft course, int fewest) {
        List<StatedReason> why = reasons(course.obstacles(), fewest);
        int tookAnother = course.tookAnother();
        return new CourseWithPlacesLeft(
                course.courseId(),
                course.free(),
                course.taken(),
                course.left(),
                tookAnother == 0
                        ? why
                        : Stream.concat(
                                        Stream.of(StatedReason.tookAnother(tookAnother)),
                                        why.stream())
                                .toList());
    }

    private static List<StatedReason> reasons(List<Obstacle> obstacles, int fewest) {
        return obstacles.stream()
                .filter(obstacle -> obstacle.people() >= fewest)
                .map(StatedReason::of)
                .toList();
    }
}
