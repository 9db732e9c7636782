package de.kim.events.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kim.events.Profile;
import de.kim.events.WireNames;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What travels, and as which JSON: the settings of the two doors. */
final class Wire {
    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path SAMPLES = Path.of("src/test/resources/approved/wire");

    static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private Wire() {}

    /** Every event, and the profile, by wire name. */
    static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new TreeMap<>(WireNames.all());
        types.put(Profile.WIRE_NAME, Profile.class);
        return types;
    }
}
