package de.kim.catalog.write;

import static de.kim.catalog.write.Samples.PROVIDER;
import static de.kim.catalog.write.Samples.TODAY;
import static de.kim.catalog.write.Samples.admitted;
import static de.kim.kit.testing.RefusedWith.refused;
import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AdmissionEnd;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderTest {
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2029, 12, 31);
    private static final ProviderHistory.Admitted ADMITTED = admitted(FROM, UNTIL);
    private static final ProviderHistory.AdmissionEnded ENDED =
            new ProviderHistory.AdmissionEnded(PROVIDER, TODAY, AdmissionEnd.RETURNED);

    private FixtureConfiguration<Provider> provider;

    @BeforeEach
    void prepare() {
        provider = new AggregateTestFixture<>(Provider.class);
        provider.registerInjectableResource(Samples.CLOCK);
    }

    @Test
    void an_admission_makes_a_provider() {
        provider.givenNoPriorActivity().when(admit(FROM, UNTIL)).expectEvents(ADMITTED);
    }

    @Test
    void the_same_admission_again_changes_nothing() {
        provider.given(ADMITTED).when(admit(FROM, UNTIL)).expectNoEvents();
    }

    @Test
    void a_follow_up_admission_stands_beside_the_first() {
        provider.given(ADMITTED)
                .when(admit(UNTIL.plusDays(1), UNTIL.plusYears(5)))
                .expectEvents(admitted(UNTIL.plusDays(1), UNTIL.plusYears(5)));
    }

    @Test
    void an_empty_area_limits_nothing() {
        AdmitProvider everywhere =
                new AdmitProvider(
                        PROVIDER,
                        ADMITTED.name(),
                        ADMITTED.courseTypes(),
                        ADMITTED.kind(),
                        FROM,
                        UNTIL,
                        null,
                        List.of());
        assertThat(everywhere.area()).isNull();
    }

    @Test
    void an_admission_ends_after_it_begins() {
        provider.givenNoPriorActivity()
                .when(admit(UNTIL, FROM))
                .expectException(refused(CatalogRefusal.ADMISSION_DATES_REVERSED));
    }

    @Test
    void an_admission_lies_in_possible_years() {
        provider.givenNoPriorActivity()
                .when(admit(LocalDate.of(2004, 12, 31), UNTIL))
                .expectException(refused(CatalogRefusal.DATE_OUT_OF_RANGE));
        provider.givenNoPriorActivity()
                .when(admit(FROM, TODAY.plusYears(11)))
                .expectException(refused(CatalogRefusal.DATE_OUT_OF_RANGE));
    }

    @Test
    void an_admission_ends_once() {
        provider.given(ADMITTED).when(end(TODAY)).expectEvents(ENDED);
        provider.given(ADMITTED, ENDED).when(end(TODAY)).expectNoEvents();
        provider.given(ADMITTED, ENDED)
                .when(end(TODAY.plusDays(1)))
                .expectException(refused(CatalogRefusal.ADMISSION_ALREADY_ENDED));
    }

    @Test
    void only_an_admission_in_force_can_end() {
        provider.given(ADMITTED)
                .when(end(UNTIL.plusDays(1)))
                .expectException(refused(CatalogRefusal.ADMISSION_MISSING));
    }

    private static AdmitProvider admit(LocalDate from, LocalDate until) {
        return new AdmitProvider(
                PROVIDER,
                ADMITTED.name(),
                ADMITTED.courseTypes(),
                ADMITTED.kind(),
                from,
                until,
                true,
                List.of("03459", "03404", "03459"));
    }

    private static EndAdmission end(LocalDate on) {
        return new EndAdmission(PROVIDER, on, AdmissionEnd.RETURNED);
    }
}
