package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.plumbing.Deadlines;
import de.kim.allocation.plumbing.RoundOffice;
import de.kim.kit.testing.HandClock;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.testing.TestPostgres;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.work.RootUnitOfWork;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running service on a real PostgreSQL; its clock and its timetable are in the test's hand. */
@SpringBootTest(
        classes = AllocationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"kim.allocation.timetable=false", "SERVER_ADDRESS=127.0.0.1"})
@Import(AllocationTestBase.Hands.class)
public abstract class AllocationTestBase {
    protected static final TestPostgres POSTGRES = TestPostgres.fresh();
    protected static final TestKafka KAFKA = TestKafka.freshTopics();

    @Autowired protected JdbcClient jdbc;
    @Autowired protected RootUnitOfWork root;
    @Autowired protected Inbox inbox;
    @Autowired protected RoundOffice rounds;
    @Autowired protected Deadlines deadlines;
    @Autowired protected HandClock clock;
    @Autowired protected HandReferee referee;
    @LocalServerPort protected int port;

    protected FrontDoor door;
    protected Neighbours neighbours;
    private static long sequence;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        TestIssuer.register(registry);
        KAFKA.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @TestConfiguration
    static class Hands {
        @Bean
        Clock clock() {
            return new HandClock();
        }

        @Bean
        HandReferee referee() {
            return new HandReferee();
        }
    }

    @BeforeEach
    void emptyHouse() {
        clock.set(HandClock.MONDAY);
        referee.findFault(false);
        door = FrontDoor.of(port, "koordination");
        neighbours =
                new Neighbours(
                        event ->
                                root.callRetrying(
                                        () ->
                                                inbox.hear(
                                                        event,
                                                        Neighbours.envelope(event, ++sequence))),
                        profile -> root.run(() -> inbox.profile(profile)));
        jdbc.sql("delete from refill_wanted").update();
        // people and courses of other tests take no part
        jdbc.sql("update heard_referral set ended = true").update();
        jdbc.sql("update heard_course set open = false").update();
        neighbours.admit(Neighbours.PROVIDER);
    }

    protected UUID openOffer(UUID referralId) {
        return jdbc.sql("select offer_id from offer where referral_id = ? and state = 'OPEN'")
                .param(referralId)
                .query(UUID.class)
                .single();
    }

    protected FrontDoor.Reply holdRound() {
        FrontDoor.Reply round = door.post("/api/rounds", "{}");
        assertThat(round.status()).as(round.text()).isEqualTo(201);
        return round;
    }

    /** How often a stored event of this type happened to an aggregate. */
    protected int stored(String type, Object aggregateId) {
        return jdbc.sql("select count(*) from event where type = ? and aggregate_id = ?")
                .params(type, aggregateId.toString())
                .query(Integer.class)
                .single();
    }

    protected String state(UUID referralId) {
        return door.get("/api/waiting-list/" + referralId).json().path("state").asString();
    }

    protected FrontDoor.Reply answer(UUID offerId, String what, String json) {
        return door.post("/api/offers/" + offerId + "/" + what, json);
    }
}
