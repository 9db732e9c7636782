package de.kim.kit.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {
    private static final String CROOKED = "de.kim.kit.house.crooked";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(CROOKED);

    private final Map<String, ArchRule> rules =
            HouseRules.of(CROOKED, List.of(CROOKED, CROOKED + ".neighbour"));

    @ParameterizedTest
    @CsvSource({
        "services know nothing of each other, Prying",
        "policies are pure, WhenItRainsThenAskTheDesk",
        "Axon only where events are stored and projected, CommandingView",
        "Spring only at the edges, OfferPlace",
        "names say what things are, DateManager",
        "no injection into fields, injected",
        "every package is null-marked, Unmarked",
        "no old dates, DateManager.old",
        "time comes from the one clock, DateManager.today",
        "nobody sleeps, DateManager.rest",
        "controllers are endpoints, Desk",
        "every endpoint says whose it is, unguarded",
        "every endpoint says whose it is, undecided",
        "no state in statics, counted"
    })
    void each_rule_bites_its_violating_sample(String name, String violator) {
        ArchRule rule = Objects.requireNonNull(rules.get(name), name);
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(CROOKED))
                .anySatisfy(line -> assertThat(line).contains(violator));
    }

    @Test
    void the_endpoints_of_the_kit_say_whose_they_are_too() {
        JavaClasses kit =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("de.kim.kit");
        HouseRules.endpointsSayWhoseTheyAre().allowEmptyShould(false).check(kit);
    }

    @Test
    void every_rule_has_a_violating_sample() {
        assertThat(rules.values())
                .allSatisfy(rule -> assertThat(rule.evaluate(CLASSES).hasViolation()).isTrue());
    }
}
