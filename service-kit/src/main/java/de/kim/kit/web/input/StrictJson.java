package de.kim.kit.web.input;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON at the front door, read to the letter: no unknown fields, no duplicate fields, nothing
 * coerced into another type, nothing after the end. A mapper of its own, because what is read from
 * the event store or from Kafka must on the contrary be read leniently.
 */
public final class StrictJson {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_NAME_LENGTH = 200;

    private final JsonMapper mapper;

    public StrictJson() {
        mapper = build();
    }

    public JsonMapper mapper() {
        return mapper;
    }

    private static JsonMapper build() {
        JsonMapper.Builder builder =
                JsonMapper.builder(factory())
                        .enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(
                                MapperFeature.ALLOW_COERCION_OF_SCALARS,
                                MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .changeDefaultPropertyInclusion(
                                i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .addModule(strictScalars());
        refuse(builder, LogicalType.Textual, CoercionInputShape.Integer);
        refuse(builder, LogicalType.Textual, CoercionInputShape.Float);
        refuse(builder, LogicalType.Textual, CoercionInputShape.Boolean);
        refuse(builder, LogicalType.Enum, CoercionInputShape.EmptyString);
        refuse(builder, LogicalType.POJO, CoercionInputShape.EmptyString);
        refuse(builder, LogicalType.POJO, CoercionInputShape.EmptyArray);
        refuse(builder, LogicalType.Collection, CoercionInputShape.EmptyString);
        return builder.build();
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Otherwise a message of Jackson could quote what was sent.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxNumberLength(MAX_NUMBER_LENGTH)
                                .maxNameLength(MAX_NAME_LENGTH)
                                .build())
                .build();
    }

    private static void refuse(
            JsonMapper.Builder builder, LogicalType type, CoercionInputShape shape) {
        builder.withCoercionConfig(type, c -> c.setCoercion(shape, CoercionAction.Fail));
    }

    private static SimpleModule strictScalars() {
        return new SimpleModule("strict scalars")
                .addDeserializer(String.class, new StrictScalar<>(String.class, StrictScalar::text))
                .addDeserializer(
                        LocalDate.class, new StrictScalar<>(LocalDate.class, StrictScalar::date))
                .addDeserializer(
                        BirthDate.class, new StrictScalar<>(BirthDate.class, BirthDate::of))
                .addDeserializer(
                        LocalTime.class, new StrictScalar<>(LocalTime.class, StrictScalar::time))
                .addDeserializer(
                        Instant.class, new StrictScalar<>(Instant.class, StrictScalar::instant))
                .addDeserializer(UUID.class, new StrictScalar<>(UUID.class, StrictScalar::uuid));
    }
}
