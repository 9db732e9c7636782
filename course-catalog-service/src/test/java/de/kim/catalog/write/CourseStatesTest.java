package de.kim.catalog.write;

import static de.kim.catalog.write.Samples.ANNA;
import static de.kim.catalog.write.Samples.ANNA_STARTED;
import static de.kim.catalog.write.Samples.BELA;
import static de.kim.catalog.write.Samples.CANCELLED;
import static de.kim.catalog.write.Samples.COMPLETED;
import static de.kim.catalog.write.Samples.ID;
import static de.kim.catalog.write.Samples.PROVIDER;
import static de.kim.catalog.write.Samples.SCHEDULED;
import static de.kim.catalog.write.Samples.STARTED;
import static de.kim.catalog.write.Samples.TODAY;
import static de.kim.catalog.write.Samples.plan;
import static de.kim.catalog.write.Samples.start;
import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CancellationReason;
import de.kim.events.approved.Approved;
import de.kim.kit.testing.DecisionTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every command in every state, as a table and a drawing that people approved. */
class CourseStatesTest {
    private static final Map<CourseState, List<CourseHistory>> STATES = states();
    private static final List<CourseCommand> COMMANDS =
            List.of(
                    new RescheduleCourse(ID, plan(TODAY.plusDays(7)), ChangedTerms.NONE),
                    new ChangeHelpLanguages(ID, List.of("fa")),
                    new ChangePlaces(ID, 15, 2),
                    new ConfirmPlaces(ID, 20, null, PROVIDER),
                    start(TODAY, List.of(ANNA), List.of(BELA)),
                    new CancelCourse(ID, CancellationReason.NO_TEACHER),
                    new CompleteCourse(ID, TODAY));

    @Test
    void every_command_has_its_answer_in_every_state() {
        Approved.check(Path.of("../docs/states-course.md"), document());
    }

    @Test
    void the_table_leaves_no_command_and_no_state_out() {
        assertThat(COMMANDS)
                .extracting(command -> (Object) command.getClass())
                .containsExactlyInAnyOrder(
                        Arrays.stream(CourseCommand.class.getPermittedSubclasses())
                                .filter(type -> type != ScheduleCourse.class)
                                .toArray());
        assertThat(STATES.keySet()).containsExactly(CourseState.values());
    }

    private static String document() {
        DecisionTable table = new DecisionTable(CourseState.values());
        table.begins(ScheduleCourse.class, CourseState.SCHEDULED);
        for (CourseCommand command : COMMANDS) {
            STATES.forEach((state, history) -> table.add(command, state, answer(history, command)));
        }
        return table.document("Course");
    }

    private static DecisionTable.Answer answer(List<CourseHistory> history, CourseCommand command) {
        return DecisionTable.Answer.of(
                CourseTest.fixture(Samples.EVERYTHING).given(history).when(command),
                course -> course.state());
    }

    private static Map<CourseState, List<CourseHistory>> states() {
        Map<CourseState, List<CourseHistory>> states = new LinkedHashMap<>();
        states.put(CourseState.SCHEDULED, List.of(SCHEDULED));
        states.put(CourseState.STARTED, List.of(SCHEDULED, STARTED, ANNA_STARTED));
        states.put(CourseState.CANCELLED, List.of(SCHEDULED, CANCELLED));
        states.put(CourseState.COMPLETED, List.of(SCHEDULED, STARTED, ANNA_STARTED, COMPLETED));
        return states;
    }
}
