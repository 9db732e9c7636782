package de.kim.allocation.read;

import de.kim.events.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two rulebooks. */
final class RulebookChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What names an entry of a list. */
    private static final List<String> NAMES = List.of("type", "basis");

    private RulebookChanges() {}

    /**
     * One rule.
     *
     * @param rule its path, such as {@code courseTypes.GENERAL.maxGroup}
     * @param before null where there was none
     * @param after null where there is none
     */
    record Change(String rule, @Nullable String before, @Nullable String after) {}

    static List<Change> between(Rulebook before, Rulebook after) {
        Map<String, String> old = flat(before);
        Map<String, String> young = flat(after);
        TreeSet<String> rules = new TreeSet<>(old.keySet());
        rules.addAll(young.keySet());
        rules.remove("version");
        List<Change> changes = new ArrayList<>();
        for (String rule : rules) {
            Change change = new Change(rule, old.get(rule), young.get(rule));
            if (!String.valueOf(change.before()).equals(String.valueOf(change.after()))) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Map<String, String> flat(Rulebook rulebook) {
        Map<String, String> flat = new TreeMap<>();
        collect("", JSON.valueToTree(rulebook), flat);
        return flat;
    }

    private static void collect(String path, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(below(path, field.getKey()), field.getValue(), flat));
        } else if (node.isArray()) {
            node.forEach(entry -> collect(below(path, name(entry)), entry, flat));
        } else if (!node.isNull()) {
            flat.put(path, node.asString());
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String name(JsonNode entry) {
        return NAMES.stream()
                .filter(entry::has)
                .map(name -> entry.path(name).asString())
                .findFirst()
                .orElseThrow();
    }
}
