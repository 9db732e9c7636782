package de.kim.events.wire;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generates the JSON Schema of a record. Fields that a schema does not know are allowed: a new
 * field is no new version, a lost or changed one is.
 */
final class Schemas {
    private static final SchemaGenerator GENERATOR = generator();

    private Schemas() {}

    static JsonNode of(String wireName, Class<?> record) {
        ObjectNode schema = (ObjectNode) GENERATOR.generateSchema(record);
        schema.put("$id", "urn:kim:schema:" + wireName);
        schema.put("title", record.getSimpleName());
        localTimes(schema);
        return schema;
    }

    /** JSON Schema's format "time" demands an offset, which a weekly time has not. */
    private static void localTimes(JsonNode node) {
        if (node instanceof ObjectNode object && node.path("format").asString("").equals("time")) {
            object.remove("format");
            object.put("pattern", "^\\d{2}:\\d{2}(:\\d{2})?$");
        }
        node.forEach(Schemas::localTimes);
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(
                                Option.EXTRA_OPEN_API_FORMAT_VALUES,
                                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                                Option.NONPUBLIC_NONSTATIC_FIELDS_WITHOUT_GETTERS);
        config.forFields()
                .withRequiredCheck(
                        field ->
                                required(
                                        field.getDeclaringType().getErasedType(),
                                        field.getDeclaredName()));
        return new SchemaGenerator(config.build());
    }

    private static boolean required(Class<?> record, String field) {
        return record.isRecord()
                && Arrays.stream(record.getRecordComponents())
                        .filter(c -> c.getName().equals(field))
                        .noneMatch(Schemas::isNullable);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
