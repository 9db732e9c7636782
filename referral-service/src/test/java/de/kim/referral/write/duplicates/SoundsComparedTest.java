package de.kim.referral.write.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.codec.EncoderException;
import org.apache.commons.codec.language.bm.BeiderMorseEncoder;
import org.junit.jupiter.api.Test;

/** Why names are compared by Cologne phonetics: the figures of ADR 29. */
class SoundsComparedTest {
    @Test
    void more_spellings_of_a_name_sound_alike_than_to_beider_and_morse() {
        assertThat(recognised(name -> Set.of(Sound.of(name)))).isEqualTo(118);
        assertThat(recognised(SoundsComparedTest::beiderMorse)).isEqualTo(87);
        assertThat(recognised(Set::of)).isEqualTo(23);
    }

    @Test
    void different_names_hardly_ever_do() {
        List<String> names =
                Arrays.stream(InventedPeople.FIRST_NAMES)
                        .map(it -> Sound.of(plain(it[0])))
                        .toList();
        assertThat(names).hasSize(40);
        assertThat(Set.copyOf(names)).hasSizeGreaterThanOrEqualTo(37);
    }

    /** How many of the other 133 spellings are taken for the first one of their name. */
    private static long recognised(Function<String, Set<String>> codes) {
        return Arrays.stream(InventedPeople.FIRST_NAMES)
                .flatMap(
                        name ->
                                Arrays.stream(name)
                                        .skip(1)
                                        .filter(
                                                other ->
                                                        !Collections.disjoint(
                                                                codes.apply(plain(name[0])),
                                                                codes.apply(plain(other)))))
                .count();
    }

    private static Set<String> beiderMorse(String name) {
        try {
            return Set.copyOf(List.of(new BeiderMorseEncoder().encode(name).split("[|]")));
        } catch (EncoderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String name) {
        return Spelling.names(name).getFirst();
    }
}
