package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.door.sample.CourseCommand;
import de.kim.kit.door.sample.Deaths;
import de.kim.kit.door.sample.DoorTestBase;
import de.kim.kit.work.RootUnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;

/**
 * The way out and the way in die at a step each, in the middle of a random history, and start
 * again, from what is stored: with 20 histories for each step, every acknowledged command's event
 * takes effect exactly once and in order, and no other does.
 */
class CrashTest extends DoorTestBase {
    private static final int SEEDS = 20;
    private static final int SUBJECTS = 3;
    private static final int COMMANDS = 25;

    @Autowired private Deaths deaths;
    @Autowired private RootUnitOfWork root;
    @Autowired private BindingsLifecycleController bindings;

    @ParameterizedTest
    @CsvSource({
        "OUTBOX_READ, INBOX_READ",
        "OUTBOX_SENT, INBOX_MARKED",
        "OUTBOX_ACKNOWLEDGED, INBOX_APPLIED",
        "OUTBOX_TOKEN_MOVED, INBOX_COMMITTED"
    })
    void whoever_dies_at_a_step_loses_nothing_and_does_nothing_twice(Step out, Step in) {
        Map<UUID, List<String>> acknowledged = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            deaths.dieAt(out, 1 + random.nextInt(3));
            deaths.dieAt(in, 1 + random.nextInt(20));
            play(random, acknowledged);
            UUID extra = UUID.randomUUID();
            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                change(extra, acknowledged);
                                return deaths.happened(out) && deaths.happened(in);
                            });
            startInbox();
        }
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(heard(acknowledged)).isEqualTo(acknowledged));
    }

    private void play(Random random, Map<UUID, List<String>> acknowledged) {
        List<UUID> subjects = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            subjects.add(UUID.randomUUID());
        }
        for (int i = 0; i < COMMANDS; i++) {
            UUID subject = subjects.get(random.nextInt(SUBJECTS));
            if (random.nextInt(8) == 0) {
                dieBeforeCommit(subject);
            } else {
                change(subject, acknowledged);
            }
        }
    }

    private void change(UUID subject, Map<UUID, List<String>> acknowledged) {
        List<String> effects = acknowledged.computeIfAbsent(subject, id -> new ArrayList<>());
        int number = effects.size() + 1;
        gateway.sendAndWait(new CourseCommand.Change(subject, number));
        effects.add(number + " places " + number);
    }

    /** The event is appended, and the service dies before the commit. */
    private void dieBeforeCommit(UUID subject) {
        try {
            root.run(
                    () -> {
                        root.attempt(new CourseCommand.Change(subject, -1));
                        CurrentUnitOfWork.get()
                                .onPrepareCommit(
                                        work -> {
                                            throw new IllegalStateException("before commit");
                                        });
                    });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("before commit");
        }
    }

    private Map<UUID, List<String>> heard(Map<UUID, List<String>> subjects) {
        Map<UUID, List<String>> heard = new TreeMap<>();
        subjects.keySet().forEach(subject -> heard.put(subject, heard(subject)));
        return heard;
    }

    private void startInbox() {
        bindings.changeState(DoorNames.INBOX_BINDING, State.STOPPED);
        bindings.changeState(DoorNames.INBOX_BINDING, State.STARTED);
    }
}
