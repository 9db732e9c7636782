package de.kim.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.kim.rules.verify.PeeksAtTheMatcher;
import de.kim.rules.violating.UsesALibrary;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("de.kim.rules");

    /** All that the verifier may know of the rules: the input and outcome types. */
    private static final Set<String> SHARED =
            Set.of(
                    "Admission",
                    "Assignment",
                    "Course",
                    "CourseResult",
                    "DeclinedCourse",
                    "Entitlement",
                    "HeldPlace",
                    "KeptInput",
                    "Municipality",
                    "Person",
                    "RoundInput",
                    "RoundOutcome");

    private static final ArchRule JDK_AND_VOCABULARY_ONLY =
            classes()
                    .that()
                    .resideInAPackage("de.kim.rules..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            "org.jspecify.annotations",
                            "de.kim.events",
                            "de.kim.rules..");

    private static final ArchRule VERIFIER_STANDS_APART =
            classes()
                    .that()
                    .resideInAPackage("de.kim.rules.verify")
                    .should()
                    .onlyDependOnClassesThat(
                            new DescribedPredicate<JavaClass>("are no part of the matcher") {
                                @Override
                                public boolean test(JavaClass other) {
                                    return !other.getPackageName().equals("de.kim.rules")
                                            || SHARED.contains(other.getSimpleName());
                                }
                            });

    private static final ArchRule MATCHER_DOES_NOT_KNOW_THE_VERIFIER =
            classes()
                    .that()
                    .resideInAPackage("de.kim.rules")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage("de.kim.rules.verify");

    private static boolean violates(ArchRule rule, Class<?> sample) {
        return rule.evaluate(new ClassFileImporter().importClasses(sample)).hasViolation();
    }

    @Test
    void the_rules_need_the_jdk_and_the_vocabulary_and_nothing_else() {
        JDK_AND_VOCABULARY_ONLY.check(OURS);
        assertThat(violates(JDK_AND_VOCABULARY_ONLY, UsesALibrary.class)).isTrue();
    }

    @Test
    void the_verifier_shares_nothing_but_types_with_the_matcher() {
        VERIFIER_STANDS_APART.check(OURS);
        assertThat(violates(VERIFIER_STANDS_APART, PeeksAtTheMatcher.class)).isTrue();
    }

    @Test
    void the_matcher_does_not_know_the_verifier() {
        MATCHER_DOES_NOT_KNOW_THE_VERIFIER.check(OURS);
        assertThat(violates(MATCHER_DOES_NOT_KNOW_THE_VERIFIER, AsksTheVerifier.class)).isTrue();
    }
}
