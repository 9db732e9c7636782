package de.kim.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.kim.audit.violating.ReadsJson;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("de.kim.audit");

    private static final ArchRule JDK_AND_VOCABULARY_ONLY =
            classes()
                    .that()
                    .resideOutsideOfPackage("de.kim.audit.bundle")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify.annotations",
                            "de.kim.events",
                            "de.kim.rules.tree",
                            "de.kim.audit..");

    private static final ArchRule NO_NETWORK =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages("java.net..", "java.sql..", "javax.net..");

    @Test
    void tree_notes_and_figures_need_the_jdk_and_the_vocabulary_and_nothing_else() {
        JDK_AND_VOCABULARY_ONLY.check(OURS);
        assertThat(
                        JDK_AND_VOCABULARY_ONLY
                                .evaluate(new ClassFileImporter().importClasses(ReadsJson.class))
                                .hasViolation())
                .isTrue();
    }

    @Test
    void nothing_here_knows_of_a_network_or_a_database() {
        NO_NETWORK.check(OURS);
        assertThat(
                        NO_NETWORK
                                .evaluate(
                                        new ClassFileImporter()
                                                .importClasses(java.net.http.HttpClient.class))
                                .hasViolation())
                .isTrue();
    }
}
