package de.kim.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A district's year, as {@code ./kim simulate} runs it. */
class SimulationTest {
    private static final List<RulebookVariant> RULEBOOKS =
            List.of(RulebookVariant.parse("1"), RulebookVariant.parse("1,radius-km=5"));

    private static Comparison year;

    @TempDir Path folder;

    @BeforeAll
    static void simulate() throws InterruptedException {
        year = simulation().run(word -> {});
    }

    private static Simulation simulation() {
        return new Simulation(Scope.DISTRICT, 1, 1, RULEBOOKS);
    }

    private static Figures of(String contestant) {
        return year.contestants().stream()
                .filter(figures -> figures.contestant().equals(contestant))
                .findAny()
                .orElseThrow();
    }

    @Test
    void every_contestant_meets_the_same_people_and_courses() {
        assertThat(year.contestants())
                .extracting(Figures::contestant)
                .containsExactly(
                        "rulebook 1",
                        "rulebook 1,radius-km=5",
                        "first come, first served",
                        "minimum-cost flow");
        assertThat(year.contestants())
                .extracting(Figures::people)
                .containsOnly(of("rulebook 1").people());
        assertThat(year.contestants())
                .extracting(Figures::places)
                .containsOnly(of("rulebook 1").places());
        assertThat(of("rulebook 1").people()).isBetween(1_900, 2_260);
    }

    @Test
    void the_same_seed_writes_the_same_bytes_and_another_seed_others() throws Exception {
        Map<String, String> first = written(year);
        assertThat(first).containsOnlyKeys("figures.csv", "weeks.csv", "waiting.svg", "queue.svg");
        assertThat(written(simulation().run(word -> {}))).isEqualTo(first);
        Simulation other = new Simulation(Scope.DISTRICT, 1, 2, RULEBOOKS.subList(0, 1));
        assertThat(other.run(word -> {}).contestants().get(0)).isNotEqualTo(of("rulebook 1"));
    }

    private Map<String, String> written(Comparison comparison) throws IOException {
        comparison.write(folder);
        try (var files = Files.list(folder)) {
            return new TreeMap<>(
                    files.collect(
                            Collectors.toMap(
                                    file -> Objects.toString(file.getFileName()),
                                    SimulationTest::text)));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_pictures_are_well_formed_and_draw_a_line_for_everybody() throws Exception {
        year.write(folder);
        for (String name : List.of("waiting.svg", "queue.svg")) {
            var picture =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(folder.resolve(name).toFile());
            assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(picture.getElementsByTagName("polyline").getLength())
                    .isEqualTo(year.contestants().size());
        }
    }

    @Test
    void every_round_of_the_rule_is_verified() {
        assertThat(of("rulebook 1").rounds()).isEqualTo(78);
        assertThat(of("rulebook 1").roundsVerified()).isEqualTo(78);
        assertThat(of("rulebook 1,radius-km=5").roundsVerified()).isEqualTo(78);
    }

    @Test
    void the_rule_leaves_no_justified_envy_and_the_others_do() {
        assertThat(of("rulebook 1").envyPairs()).isZero();
        assertThat(of("rulebook 1,radius-km=5").envyPairs()).isZero();
        assertThat(of("first come, first served").envyPairs()).isPositive();
        assertThat(of("minimum-cost flow").envyPairs()).isPositive();
    }

    @Test
    void people_and_places_add_up() {
        for (Figures figures : year.contestants()) {
            assertThat(figures.started() + figures.waiting() + figures.lapsed())
                    .isEqualTo(figures.people());
            assertThat(figures.placesEmpty()).isBetween(0, figures.places());
            assertThat(figures.started()).isPositive();
        }
    }

    @Test
    void a_smaller_radius_leaves_more_places_empty_and_lets_people_wait_longer() {
        assertThat(of("rulebook 1,radius-km=5").placesEmpty())
                .isGreaterThan(of("rulebook 1").placesEmpty());
        assertThat(of("rulebook 1,radius-km=5").waitingMean())
                .isGreaterThan(of("rulebook 1").waitingMean());
    }

    @Test
    void the_table_names_every_contestant() {
        assertThat(year.text()).contains("| rulebook 1 |", "| minimum-cost flow |", "seed 1");
    }

    @Test
    void what_cannot_be_simulated_is_refused() {
        assertThatThrownBy(() -> new Simulation(Scope.DISTRICT, 0, 1, RULEBOOKS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Simulation(Scope.DISTRICT, 11, 1, RULEBOOKS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Simulation(Scope.DISTRICT, 1, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
