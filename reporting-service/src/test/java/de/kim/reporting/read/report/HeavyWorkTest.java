package de.kim.reporting.read.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.ReportingRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeavyWorkTest {
    private static final int ROOM = 5;

    private final HeavyWork heavy = new HeavyWork();

    @Test
    void one_works_a_few_wait_and_one_more_is_refused() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < ROOM; i++) {
                answers.add(
                        people.submit(
                                () -> {
                                    asked.incrementAndGet();
                                    return heavy.alone(() -> work(done, atOnce, most));
                                }));
            }
            await().until(() -> asked.get() == ROOM && heavy.isFull());
            assertThatThrownBy(() -> heavy.alone(() -> 0))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.refusal())
                                            .isEqualTo(ReportingRefusal.REPORT_BUSY));
            done.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
        assertThat(most).hasValue(1);
        assertThat(heavy.alone(() -> 7)).isEqualTo(7);
    }

    private static int work(CountDownLatch done, AtomicInteger atOnce, AtomicInteger most) {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        atOnce.decrementAndGet();
        return 1;
    }
}
