package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.Envelope;
import de.kim.events.PlacesChanged;
import de.kim.events.PublicEvent;
import de.kim.kit.door.CloudEventJson.Reading;
import de.kim.kit.door.sample.SampleService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventJsonTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID COURSE = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final String LINE =
            """
            {"specversion":"1.0","id":"00000000-0000-0000-0000-000000000001","source":"/kim/course-catalog-service",\
            "type":"kim.courses.places-changed.v1","subject":"00000000-0000-0000-0000-000000000002",\
            "time":"2026-11-23T12:00:00.123456Z","datacontenttype":"application/json","sequence":"7",\
            "correlationid":"story","causationid":"cause","body":"traeger-01",\
            "data":{"courseId":"00000000-0000-0000-0000-000000000002","places":20}}""";

    private final CloudEventJson json = new CloudEventJson();

    private static Envelope envelope(PublicEvent event, @Nullable String body) {
        return new Envelope(
                ID,
                "/kim/course-catalog-service",
                7,
                Instant.parse("2026-11-23T12:00:00.123456Z"),
                "story",
                "cause",
                body,
                event);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_event_is_one_line_of_json_with_all_attributes() {
        byte[] written = json.write(envelope(new PlacesChanged(COURSE, 20), "traeger-01"));
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(LINE);
    }

    @Test
    void what_was_written_is_read_again() {
        Envelope envelope = envelope(new PlacesChanged(COURSE, 20), null);
        assertThat(json.read(json.write(envelope))).isEqualTo(new Reading.Known(envelope));
    }

    @Test
    void a_profile_has_its_version_as_sequence_and_is_read_again() {
        Envelope envelope = envelope(new PlacesChanged(COURSE, 20), null);
        byte[] written = json.write(SampleService.profile(COURSE, 3), envelope);
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("\"sequence\":\"3\"");
        assertThat(json.read(written))
                .isEqualTo(new Reading.KnownProfile(SampleService.profile(COURSE, 3)));
    }

    @Test
    void fields_that_are_not_known_yet_are_tolerated() {
        String newer =
                LINE.replace("\"places\":20", "\"places\":20,\"new\":{\"a\":[1]}")
                        .replace("\"body\"", "\"another\":1,\"body\"");
        assertThat(json.read(bytes(newer)))
                .isEqualTo(
                        new Reading.Known(envelope(new PlacesChanged(COURSE, 20), "traeger-01")));
    }

    @Test
    void a_type_that_is_not_known_yet_is_told_by_its_attributes() {
        assertThat(json.read(bytes(LINE.replace("places-changed.v1", "places-changed.v2"))))
                .isEqualTo(
                        new Reading.Unknown(
                                ID,
                                "kim.courses.places-changed.v2",
                                "/kim/course-catalog-service",
                                COURSE.toString(),
                                7,
                                Instant.parse("2026-11-23T12:00:00.123456Z"),
                                "story",
                                "cause",
                                "traeger-01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\": -> \"number\":",
                "\"time\" -> \"when\"",
                "\"correlationid\":\"story\", -> ",
                "\"causationid\":\"cause\", -> "
            })
    void a_type_that_is_not_known_yet_needs_the_attributes_of_every_event(String change) {
        String[] parts = change.split(" -> ", -1);
        String unknown = LINE.replace("places-changed.v1", "places-changed.v2");
        String broken = unknown.replace(parts[0], parts[1]);
        assertThat(broken).isNotEqualTo(unknown);
        assertThat(json.read(bytes(broken))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"places\":20 -> \"seats\":20",
                "\"places\":20 -> \"places\":null",
                "\"places\":20 -> \"places\":\"many\"",
                "\"courseId\":\"00000000-0000-0000-0000-000000000002\", -> ",
                "\"data\": -> \"payload\":",
                "\"1.0\" -> \"0.3\"",
                "\"7\" -> \"0\"",
                "\"7\" -> \"-1\"",
                "\"7\" -> \"seven\"",
                "\"7\" -> \"9223372036854775807\"",
                "\"7\" -> \"99999999999999999999\"",
                "\"time\" -> \"when\"",
                "2026-11-23T12 -> 2026-13-23T12",
                "\"correlationid\":\"story\", -> ",
                "\"causationid\":\"cause\", -> ",
                "\"source\":\"/kim/course-catalog-service\", -> ",
                "/kim/course-catalog-service -> /kim/\\u0000",
                "\"subject\":\"00000000-0000-0000-0000-000000000002\" -> \"subject\":\"another\"",
                "{\"specversion\" -> {\"id\":\"twice\",\"specversion\"",
                "}} -> }",
                "}} -> }}}",
                "{\"specversion\" -> [{\"specversion\"",
            })
    void anything_else_is_malformed(String change) {
        String[] parts = change.split(" -> ", -1);
        String broken = LINE.replace(parts[0], parts[1]);
        assertThat(broken).isNotEqualTo(LINE);
        assertThat(json.read(bytes(broken))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "7", "\"text\"", "[]", "{}", "not json", "\u0000"})
    void what_is_no_cloud_event_is_malformed(String text) {
        assertThat(json.read(bytes(text))).isInstanceOf(Reading.Malformed.class);
    }
}
