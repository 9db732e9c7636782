package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.door.sample.CourseCommand;
import de.kim.kit.door.sample.SampleService;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The broker is away when the service starts: it serves all the same, and catches up by itself. */
class StartWithoutBrokerTest {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    @Test
    void a_service_starts_without_its_broker_and_finds_it_later() throws Exception {
        TestKafka kafka = TestKafka.freshTopics();
        int port = freePort();
        Map<String, String> settings = new HashMap<>(TestPostgres.fresh().environment());
        settings.putAll(kafka.settings());
        settings.putAll(TestIssuer.settings());
        settings.put("KIM_KAFKA_BOOTSTRAP", "127.0.0.1:" + port);
        settings.put("server.port", "0");
        settings.put("spring.application.name", "sample-service");
        settings.put("spring.config.import", "classpath:kit-door.yml,classpath:kit-web.yml");
        settings.put("spring.flyway.locations", "classpath:db/kit,classpath:db/doorsample");

        String[] arguments =
                settings.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new);

        Instant begin = Instant.now();
        try (ConfigurableApplicationContext service =
                new SpringApplicationBuilder(SampleService.class).run(arguments)) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(LONGEST_START);
            UUID course = UUID.randomUUID();
            service.getBean(CommandGateway.class).sendAndWait(new CourseCommand.Change(course, 1));
            assertThat(service.getBean(InboxLag.class).isConnected()).isFalse();

            try (ServerSocket late = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> forwardAll(late));
                JdbcTemplate jdbc = service.getBean(JdbcTemplate.class);
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        jdbc.queryForList(
                                                        "select what from heard where subject = ?",
                                                        String.class,
                                                        course.toString())
                                                .contains("places 1"));
                assertThat(service.getBean(InboxLag.class).isConnected()).isTrue();
            }
        }
    }

    /** The way to the broker; it tells clients its own address, so this is needed to begin only. */
    private static void forwardAll(ServerSocket from) {
        String[] broker = TestKafka.bootstrap().split(":");
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                Socket server = new Socket(broker[0], Integer.parseInt(broker[1]));
                Thread.ofVirtual().start(() -> forward(client, server));
                Thread.ofVirtual().start(() -> forward(server, client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void forward(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other end is gone; so is this one now.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
