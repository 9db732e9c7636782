package de.kim.referral.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.approved.Approved;
import de.kim.kit.testing.DecisionTable;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Every command in every state, as a table and a drawing that people approved. */
class TestDateStatesTest {
    private static final UUID DATE = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    private static final UUID SITS = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final String HOST = "traeger-01";
    private static final Map<TestDateState, List<TestDateHistory>> STATES = states();
    private static final List<TestDateCommand> COMMANDS =
            List.of(
                    new TakeSeat(DATE, Samples.ID, Samples.BODY),
                    new FreeSeat(DATE, SITS, Samples.BODY),
                    new RecordMiss(DATE, SITS, HOST),
                    new GiveResult(DATE, SITS, HOST),
                    new CancelTestDate(DATE, HOST));

    @Test
    void every_command_has_its_answer_in_every_state() {
        DecisionTable table = new DecisionTable(TestDateState.values());
        table.begins(OpenTestDate.class, TestDateState.OPEN);
        for (TestDateCommand command : COMMANDS) {
            STATES.forEach((state, history) -> table.add(command, state, answer(history, command)));
        }
        Approved.check(Path.of("../docs/states-test-date.md"), table.document("TestDate"));
    }

    @Test
    void the_table_leaves_no_command_and_no_state_out() {
        assertThat(COMMANDS)
                .extracting(command -> (Object) command.getClass())
                .containsExactlyInAnyOrder(
                        Arrays.stream(TestDateCommand.class.getPermittedSubclasses())
                                .filter(type -> type != OpenTestDate.class)
                                .toArray());
        assertThat(STATES.keySet()).containsExactly(TestDateState.values());
    }

    private static DecisionTable.Answer answer(
            List<TestDateHistory> history, TestDateCommand command) {
        var fixture = new AggregateTestFixture<>(TestDate.class);
        fixture.registerInjectableResource(Samples.CLOCK);
        return DecisionTable.Answer.of(
                fixture.given(history).when(command), date -> date.state(Samples.CLOCK));
    }

    private static Map<TestDateState, List<TestDateHistory>> states() {
        TestDateHistory taken = new TestDateHistory.SeatTaken(DATE, SITS, Samples.BODY);
        LocalDateTime tomorrow = Samples.TODAY.plusDays(1).atTime(9, 0);
        LocalDateTime today = Samples.TODAY.atTime(9, 0);
        Map<TestDateState, List<TestDateHistory>> states = new LinkedHashMap<>();
        states.put(TestDateState.OPEN, List.of(opened(tomorrow, 2), taken));
        states.put(TestDateState.FULL, List.of(opened(tomorrow, 1), taken));
        states.put(TestDateState.BEGUN, List.of(opened(today, 2), taken));
        states.put(
                TestDateState.CANCELLED,
                List.of(
                        opened(tomorrow, 2),
                        taken,
                        new TestDateHistory.Cancelled(DATE, List.of(SITS))));
        return states;
    }

    private static TestDateHistory opened(LocalDateTime begins, int seats) {
        return new TestDateHistory.Opened(DATE, HOST, begins, "03404000", true, seats);
    }
}
