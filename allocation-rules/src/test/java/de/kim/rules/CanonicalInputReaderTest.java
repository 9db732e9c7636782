package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kim.rules.InvalidRound.Code;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a round's digest commits to can be read back, byte by byte, and nothing else is read. */
class CanonicalInputReaderTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/algorithm-1-input.txt");

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void the_bytes_of_an_input_give_the_same_bytes_and_the_same_outcome(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, 30, 10);
        RoundInput read = RoundInput.ofCanonicalBytes(input.canonicalBytes());
        assertThat(read.canonicalBytes()).isEqualTo(input.canonicalBytes());
        assertThat(ClearingRound.decide(read).canonicalBytes())
                .isEqualTo(ClearingRound.decide(input).canonicalBytes());
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void a_place_given_out_of_turn_is_read_too(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, 30, 10);
        Optional<Person> person =
                input.people().stream().filter(each -> each.held() == null).findAny();
        Optional<Course> course =
                input.courses().stream()
                        .filter(each -> each.freePlaces() > 0 && !each.sections().isEmpty())
                        .findAny();
        Assume.that(person.isPresent() && course.isPresent());
        int section = course.get().sections().getFirst().number();
        RoundInput fixed =
                input.with(
                        new Assignment(
                                person.get().referralId(), course.get().courseId(), section));
        RoundInput read = RoundInput.ofCanonicalBytes(fixed.canonicalBytes());
        assertThat(read.fixed()).isEqualTo(fixed.fixed()).hasSize(1);
        assertThat(read.canonicalBytes()).isEqualTo(fixed.canonicalBytes());
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void changed_bytes_are_another_input_or_none(@ForAll long seed) {
        byte[] bytes = RandomRound.of(seed, 5, 3).canonicalBytes();
        Random random = new Random(seed);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        try {
            assertThat(RoundInput.ofCanonicalBytes(bytes).canonicalBytes()).isEqualTo(bytes);
        } catch (InvalidRound refused) {
            assertThat(refused.code()).isNotNull();
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void bytes_that_end_too_early_are_refused(@ForAll long seed) {
        byte[] bytes = RandomRound.of(seed, 5, 3).canonicalBytes();
        int people =
                new String(bytes, StandardCharsets.US_ASCII).lastIndexOf('\n', bytes.length - 2);
        int length = people + 2 + new Random(seed).nextInt(bytes.length - people - 2);
        refused(Arrays.copyOf(bytes, length));
    }

    @Test
    void the_golden_input_is_read() throws Exception {
        byte[] golden = Files.readAllBytes(GOLDEN);
        assertThat(RoundInput.ofCanonicalBytes(golden).canonicalBytes()).isEqualTo(golden);
    }

    @ParameterizedTest(name = "{0} in the place of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kim-round-input 1 | kim-round-input 2",
                "held-on 2026-11-31 | held-on 2026-11-23",
                "version=01 | version=1",
                "version=+1 | version=1",
                "radius-km=99999999999 | radius-km=25",
                "GENERAL sections=7 max=25 min=5 begun-from=NONE | GENERAL sections=7 max=25 min=5 begun-from=none",
                "obliged=yes | obliged=true",
                "open=TRUE | open=true",
                "provider=provider%2D0 | provider=provider-0",
                "provider=provider%2 | provider=provider-0",
                "childcare=false  women-only | childcare=false women-only",
                "person x | person 0",
                "wishes=, | wishes= ",
                "expired=,,,, | expired=",
                "gender=UNKNOWN | gender=FEMALE",
                "erased 0 | person 0",
            })
    void another_way_to_say_the_same_is_refused(String by, String text) throws Exception {
        String golden = Files.readString(GOLDEN);
        assertThat(golden).contains(text);
        refused(golden.replaceFirst(text, by).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lines_that_are_doubled_left_out_or_exchanged_are_refused() throws Exception {
        String golden = Files.readString(GOLDEN);
        String[] lines = golden.split("\n");
        refused((golden + lines[lines.length - 1] + "\n").getBytes(StandardCharsets.UTF_8));
        refused((golden + lines[2] + "\n").getBytes(StandardCharsets.UTF_8));
        refused((golden + "person").getBytes(StandardCharsets.UTF_8));
        refused(golden.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        refused(golden.replace(lines[1] + "\n", "").getBytes(StandardCharsets.UTF_8));
        refused(
                golden.replace(lines[1] + "\n" + lines[2], lines[2] + "\n" + lines[1])
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_and_a_bomb_are_refused() {
        refused(new byte[0]);
        byte[] commas = new byte[32 << 20];
        Arrays.fill(commas, (byte) ',');
        refused(commas);
        byte[] feeds = new byte[1 << 20];
        Arrays.fill(feeds, (byte) '\n');
        refused(feeds);
    }

    private static void refused(byte[] bytes) {
        assertThatExceptionOfType(InvalidRound.class)
                .isThrownBy(() -> RoundInput.ofCanonicalBytes(bytes))
                .satisfies(
                        refusal ->
                                assertThat(refusal.code())
                                        .isIn(Code.NOT_CANONICAL, Code.DUPLICATE_PERSON));
    }
}
