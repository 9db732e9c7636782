package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import de.kim.events.PlacesChanged;
import de.kim.events.Topic;
import de.kim.kit.door.sample.CourseCommand;
import de.kim.kit.door.sample.DoorTestBase;
import de.kim.kit.testing.TestIssuer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** What is configured by name exists, and what exists is configured. */
class DoorWiringTest extends DoorTestBase {
    @Autowired private EventProcessingConfiguration processing;
    @Autowired private BindingServiceProperties bindings;
    @Autowired private MeterRegistry metrics;
    @Autowired private WebApplicationContext context;

    @Test
    void the_outbox_is_a_tracking_processor_with_large_batches() {
        assertThat(processing.eventProcessors()).containsKey(DoorNames.OUTBOX);
        assertThat(processing.eventProcessor(DoorNames.OUTBOX, TrackingEventProcessor.class))
                .get()
                .isInstanceOf(OutboxProcessor.class);
    }

    @Test
    void the_inbox_is_the_only_way_in_and_reads_the_topics_of_its_door_as_bytes() {
        assertThat(bindings.getBindings().keySet())
                .filteredOn(name -> name.contains("-in-"))
                .containsExactly(DoorNames.INBOX_BINDING);
        BindingProperties inboxBinding = bindings.getBindingProperties(DoorNames.INBOX_BINDING);
        assertThat(Arrays.stream(Topic.values()).map(KAFKA::name))
                .filteredOn(Pattern.compile(inboxBinding.getDestination()).asMatchPredicate())
                .containsExactlyInAnyOrder(
                        KAFKA.name(Topic.COURSES),
                        KAFKA.name(Topic.REFERRALS),
                        KAFKA.name(Topic.PROFILES));
        assertThat(inboxBinding.getConsumer().isUseNativeDecoding()).isTrue();
        assertThat(inboxBinding.getConsumer().isBatchMode()).isTrue();
        assertThat(context.containsBean(DoorNames.INBOX)).isTrue();
        assertThat(context.containsBean(DoorNames.INBOX_RECORDS)).isTrue();
    }

    @Test
    void every_processor_shows_how_far_it_is_behind() {
        UUID course = UUID.randomUUID();
        gateway.sendAndWait(new CourseCommand.Change(course, 1));
        await().until(() -> !heard(course).isEmpty());
        for (String processor : new String[] {DoorNames.OUTBOX, "inbox"}) {
            for (String gauge : new String[] {DoorNames.LAG_EVENTS, DoorNames.LAG_SECONDS}) {
                Gauge lag = metrics.get(gauge).tag("processor", processor).gauge();
                await().until(() -> lag.value() == 0);
            }
        }
    }

    @Test
    void a_service_with_a_broker_is_ready() throws Exception {
        MockMvc http = webAppContextSetup(context).build();
        await().untilAsserted(
                        () ->
                                http.perform(get("/actuator/health/readiness"))
                                        .andExpect(status().isOk())
                                        .andExpect(jsonPath("$.status").value("UP")));
    }

    @Test
    void dead_letters_can_be_listed_looked_at_and_driven_again() throws Exception {
        MockMvc http = webAppContextSetup(context).build();
        UUID course = UUID.randomUUID();
        inbox.also =
                (event, envelope) -> {
                    if (envelope.subject().equals(course.toString())) {
                        throw new IllegalStateException("never");
                    }
                };
        STREET.say(new PlacesChanged(course, 1));
        await().until(() -> parked(course).contains("1 DEAD"));
        Long id =
                jdbc.queryForObject(
                        "select id from inbox_parked where subject = ?",
                        Long.class,
                        course.toString());

        http.perform(get("/api/dead-letters").param("limit", "200"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.id == " + id + ")].why").value("DEAD"));
        http.perform(get("/api/dead-letters/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.type").value("kim.courses.places-changed.v1"))
                .andExpect(jsonPath("$.source").value("/kim/course-catalog-service"))
                .andExpect(jsonPath("$.sequence").value(1))
                .andExpect(jsonPath("$.attempts").value(3))
                .andExpect(jsonPath("$.error").value("java.lang.IllegalStateException"));
        http.perform(get("/api/dead-letters/0")).andExpect(status().isNotFound());

        inbox.also = (event, envelope) -> {};
        http.perform(
                        post("/api/dead-letters/" + id + "/redrive")
                                .header("Idempotency-Key", course.toString())
                                .header(
                                        "Authorization",
                                        "Bearer " + TestIssuer.usual().token("koordination")))
                .andExpect(status().isAccepted());
        await().until(() -> heard(course).size() == 1);
        assertThat(parked(course)).isEmpty();
    }

    @Test
    void the_profile_of_a_person_is_not_shown_with_its_dead_letter() {
        UUID referral = UUID.randomUUID();
        String broken = "{\"subject\":\"" + referral + "\"}";
        STREET.send(Topic.PROFILES, referral.toString(), broken.getBytes(StandardCharsets.UTF_8));
        DeadLetters letters = new DeadLetters(jdbc);
        await().until(
                        () ->
                                letters.after(0, 10_000).stream()
                                        .anyMatch(it -> it.topic().equals("kim.profiles")));
        assertThat(letters.after(0, 10_000))
                .filteredOn(it -> it.topic().equals("kim.profiles"))
                .map(it -> letters.find(it.id()).orElseThrow().event())
                .containsOnlyNulls();
    }
}
