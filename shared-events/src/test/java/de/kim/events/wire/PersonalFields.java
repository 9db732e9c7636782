package de.kim.events.wire;

import de.kim.events.AgeBand;
import de.kim.events.Gender;
import de.kim.events.NationalityGroup;
import de.kim.events.Profile;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what may not stand in an event because it tells of a person: by its name, by its type, and
 * every text that is not known to be a code. Personal attributes travel as {@link Profile}.
 */
final class PersonalFields {
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?i).*(name|address|birth|age(Band)?$|phone|mail|gender|municipality|nationality|language|street|postcode|salt|comment|note|remark|text|description|contact|iban|fileNumber).*");

    private static final Set<Class<?>> PERSONAL_TYPES =
            Set.of(Gender.class, AgeBand.class, NationalityGroup.class, Profile.class);

    /** Texts that are codes, digests or the partners' own words on rules, never on a person. */
    private static final Set<String> CODES =
            Set.of(
                    "providerId",
                    "referringBody",
                    "grantedBy",
                    "secondBody",
                    "approvedBy",
                    "confirmedBy",
                    "profileCommitment",
                    "inputDigest",
                    "outcomeDigest",
                    "source",
                    "root",
                    "lastSeen",
                    "property");

    /** Looked at one by one. */
    private static final Set<String> EXCEPTIONS =
            Set.of(
                    // the name of an organisation
                    "ProviderAdmitted.name",
                    // where a provider may hold courses
                    "ProviderAdmitted.area",
                    // where a course is held, not where a person lives
                    "Venue.municipality",
                    // why the partners changed the rules
                    "RulebookPublished.reason",
                    // what the verifier found, in ids and numbers
                    "Verdict.detail",
                    // limits of the law, not the age of a person
                    "CourseTypeRule.underAge",
                    "LegalBasisRule.fromAge",
                    // a code of the agreed list of hardships, which says nothing of health or
                    // family
                    "OverrideGranted.condition");

    private PersonalFields() {}

    static List<String> in(Class<?> record) {
        List<String> found = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String field = record.getSimpleName() + "." + component.getName();
            List<Class<?>> types = types(component.getGenericType()).toList();
            if (!EXCEPTIONS.contains(field) && isPersonal(component.getName(), types)) {
                found.add(field);
            }
            types.stream().filter(Class::isRecord).forEach(type -> found.addAll(in(type)));
        }
        return found;
    }

    private static boolean isPersonal(String name, List<Class<?>> types) {
        boolean unknownText = types.contains(String.class) && !CODES.contains(name);
        return unknownText
                || PERSONAL.matcher(name).matches()
                || types.stream().anyMatch(PERSONAL_TYPES::contains);
    }

    private static Stream<Class<?>> types(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).flatMap(PersonalFields::types)
                : Stream.of((Class<?>) type);
    }
}
