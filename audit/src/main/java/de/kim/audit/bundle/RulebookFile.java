package de.kim.audit.bundle;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import java.util.EnumSet;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules from a file: a rulebook, or something with one in its {@code rulebook}, such as the answer
 * of {@code GET /api/rulebooks/1} or a proposal. What is proposed has no version yet; it is 0 here.
 */
public final class RulebookFile {
    private static final JsonMapper JSON =
            BundleJson.MAPPER
                    .rebuild()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private RulebookFile() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none, or has not a rule for every course type and
     *     every legal basis
     */
    public static Rulebook read(byte[] bytes) {
        Rulebook rulebook;
        try {
            JsonNode all = JSON.readTree(bytes);
            JsonNode rules = all.has("rulebook") ? all.get("rulebook") : all;
            if (rules instanceof ObjectNode object && !object.has("version")) {
                object.put("version", 0);
            }
            rulebook = JSON.treeToValue(rules, Rulebook.class);
        } catch (RuntimeException e) {
            // of JSON, of a list that is not there, or of a word that is no course type
            throw new IllegalArgumentException("It is no rulebook.", e);
        }
        if (rulebook == null || !isComplete(rulebook)) {
            throw new IllegalArgumentException(
                    "It has not a rule for every course type and every legal basis.");
        }
        return rulebook;
    }

    /** A rule is never left out, its validity ends. */
    private static boolean isComplete(Rulebook rulebook) {
        return rulebook.courseTypes().stream()
                        .map(CourseTypeRule::type)
                        .collect(Collectors.toSet())
                        .equals(EnumSet.allOf(CourseType.class))
                && rulebook.legalBases().stream()
                        .map(LegalBasisRule::basis)
                        .collect(Collectors.toSet())
                        .equals(EnumSet.allOf(LegalBasis.class));
    }
}
