package de.kim.events.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final ArchRule FLAT = classes().should().resideInAPackage("de.kim.events");

    private static final ArchRule JDK_ONLY =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify.annotations", "de.kim.events..");

    private static final ArchRule VALUES =
            classes()
                    .that()
                    .doNotHaveSimpleName("WireNames")
                    // what a seal commits to: speakers, the ledger and auditors count alike
                    .and()
                    .doNotHaveSimpleName("SealRoot")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .beRecords()
                    .orShould()
                    .beEnums()
                    .orShould()
                    .beInterfaces();

    private final JavaClasses published =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("de.kim.events");

    private final JavaClasses crooked =
            new ClassFileImporter().importPackages("de.kim.events.crooked");

    @Test
    void one_flat_package() {
        FLAT.check(published);
        assertThat(FLAT.evaluate(crooked).hasViolation()).isTrue();
    }

    @Test
    void the_jdk_and_nothing_else() {
        JDK_ONLY.check(published);
        assertThat(JDK_ONLY.evaluate(crooked).hasViolation()).isTrue();
    }

    @Test
    void values_only() {
        VALUES.check(published);
        assertThat(VALUES.evaluate(crooked).hasViolation()).isTrue();
    }
}
