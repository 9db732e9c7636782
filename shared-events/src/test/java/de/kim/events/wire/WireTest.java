package de.kim.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.kim.events.PublicEvent;
import de.kim.events.WireNames;
import de.kim.events.approved.Approved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WireTest {
    private static final Path NAMES = Path.of("src/test/resources/approved/wire-names.txt");

    static Stream<String> wireNames() {
        return Wire.types().keySet().stream();
    }

    @Test
    void wire_names_are_the_approved_ones() {
        Approved.check(
                NAMES,
                Wire.types().entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue().getSimpleName())
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void the_schema_is_the_approved_one(String wireName) {
        JsonNode schema = Schemas.of(wireName, type(wireName));
        Approved.check(schemaFile(wireName), Wire.JSON.writeValueAsString(schema));
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void the_sample_is_written_as_approved(String wireName) {
        Approved.check(
                sampleFile(wireName), Wire.JSON.writeValueAsString(Samples.of(type(wireName))));
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void old_data_is_read_by_new_code(String wireName) throws IOException {
        Object read = Wire.JSON.readValue(Files.readString(sampleFile(wireName)), type(wireName));
        assertThat(read).isEqualTo(Samples.of(type(wireName)));
        if (read instanceof PublicEvent event) {
            assertThat(event.subject()).isNotBlank();
        }
    }

    /** What was said before a field was added is what lacks it. */
    @ParameterizedTest
    @MethodSource("wireNames")
    void data_without_what_may_be_absent_is_read(String wireName) throws IOException {
        ObjectNode sample = (ObjectNode) Wire.JSON.valueToTree(Samples.of(type(wireName)));
        List<String> required =
                schemaNode(wireName)
                        .path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
        sample.retain(required);
        Object read = Wire.JSON.treeToValue(sample, type(wireName));
        assertThat((JsonNode) Wire.JSON.valueToTree(read)).isEqualTo(sample);
        assertThat(errors(wireName, sample.toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void new_data_fits_the_old_schema(String wireName) throws IOException {
        String sample = Wire.JSON.writeValueAsString(Samples.of(type(wireName)));
        assertThat(errors(wireName, sample)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void the_schema_notices_every_field_that_is_lost_or_of_another_type(String wireName)
            throws IOException {
        ObjectNode sample = (ObjectNode) Wire.JSON.valueToTree(Samples.of(type(wireName)));
        for (String field : List.copyOf(sample.propertyNames())) {
            JsonNode right = sample.get(field);
            sample.set(field, Wire.JSON.readTree(right.isArray() ? "1" : "[1]"));
            assertThat(errors(wireName, sample.toString())).as(field).isNotEmpty();
            sample.set(field, right);
        }
        JsonNode required = schemaNode(wireName).path("required");
        for (JsonNode field : required) {
            JsonNode right = sample.remove(field.asString());
            assertThat(errors(wireName, sample.toString())).as(field.asString()).isNotEmpty();
            sample.set(field.asString(), right);
        }
    }

    @Test
    void nothing_approved_has_lost_its_event() throws IOException {
        for (Path folder : List.of(Wire.SCHEMAS, Wire.SAMPLES)) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(f -> f.getFileName().toString()).toList())
                        .containsExactlyInAnyOrderElementsOf(
                                wireNames().map(name -> name + ".json").toList());
            }
        }
    }

    @Test
    void every_event_is_found_by_its_wire_name() {
        WireNames.all().forEach((name, event) -> assertThat(WireNames.event(name)).contains(event));
        assertThat(WireNames.event("kim.allocations.no-such-event.v1")).isEmpty();
    }

    private static List<Error> errors(String wireName, String json) throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(schemaFile(wireName)));
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    }

    private static JsonNode schemaNode(String wireName) throws IOException {
        return Wire.JSON.readTree(Files.readString(schemaFile(wireName)));
    }

    private static Class<?> type(String wireName) {
        Class<?> type = Wire.types().get(wireName);
        if (type == null) {
            throw new IllegalArgumentException(wireName);
        }
        return type;
    }

    private static Path schemaFile(String wireName) {
        return Wire.SCHEMAS.resolve(wireName + ".json");
    }

    private static Path sampleFile(String wireName) {
        return Wire.SAMPLES.resolve(wireName + ".json");
    }
}
