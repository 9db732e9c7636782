package de.kim.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.events.ReferralQueued;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tail or a subject that is lost leaves no gap, and the seals know of it. */
class SealCheckTest {
    private static final UUID NEW = Story.id(77);

    @TempDir private Path folder;

    @Test
    void what_was_sealed_is_there() throws IOException {
        Story story = Story.ofAQuarter();
        story.sealed();
        story.say(new ReferralQueued(NEW, NEW, LocalDate.of(2026, 10, 6)));
        story.sealed();
        story.say(new ReferralQueued(Story.id(78), NEW, LocalDate.of(2026, 10, 6)));
        assertThat(seals(story).verdict()).isEqualTo(Verdict.OK);
        assertThat(seals(story).detail()).startsWith("8 seals; of 4 sources");
    }

    @Test
    void without_seals_nothing_can_be_said() throws IOException {
        assertThat(seals(Story.ofAQuarter()).verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
    }

    @Test
    void a_lost_tail_is_found() throws IOException {
        Story story = Story.ofAQuarter();
        story.say(new ReferralQueued(NEW, NEW, LocalDate.of(2026, 10, 6)));
        story.sealed();
        story.sealed();
        lose(story, "\"subject\":\"" + NEW);
        Property seals = seals(story);
        assertThat(seals.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(seals.detail()).contains("/kim/AllocationEvent sealed");
    }

    @Test
    void what_the_last_seal_alone_misses_may_be_on_its_way() throws IOException {
        Story story = Story.ofAQuarter();
        story.sealed();
        story.say(new ReferralQueued(NEW, NEW, LocalDate.of(2026, 10, 6)));
        story.sealed();
        lose(story, "\"subject\":\"" + NEW);
        Property seals = seals(story);
        assertThat(seals.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(seals.detail()).contains("may still be on its way");
    }

    @Test
    void a_subject_in_the_place_of_another_is_found() throws IOException {
        Story story = Story.ofAQuarter();
        story.say(new ReferralQueued(NEW, NEW, LocalDate.of(2026, 10, 6)));
        story.sealed();
        int at = index(story, "\"subject\":\"" + NEW);
        story.events.set(
                at,
                new String(story.events.get(at), StandardCharsets.UTF_8)
                        .replace(NEW.toString(), Story.id(79).toString())
                        .getBytes(StandardCharsets.UTF_8));
        Property seals = seals(story);
        assertThat(seals.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(seals.detail()).contains("sealed other events before");
    }

    @Test
    void what_was_said_late_under_an_earlier_time_accuses_nobody() throws IOException {
        Story story = Story.ofAQuarter();
        story.sealed();
        story.say(new ReferralQueued(NEW, NEW, LocalDate.of(2026, 10, 6)));
        int at = index(story, "\"subject\":\"" + NEW);
        story.events.set(
                at,
                new String(story.events.get(at), StandardCharsets.UTF_8)
                        .replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"2026-10-05T08:00:00Z\"")
                        .getBytes(StandardCharsets.UTF_8));
        Property seals = seals(story);
        assertThat(seals.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(seals.detail()).contains("a clock was wrong");
    }

    private static void lose(Story story, String text) {
        story.events.remove(index(story, text));
    }

    private static int index(Story story, String text) {
        for (int i = 0; i < story.events.size(); i++) {
            if (new String(story.events.get(i), StandardCharsets.UTF_8).contains(text)) {
                return i;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private Property seals(Story story) throws IOException {
        return BundleVerifier.verify(story.written().zip(folder), List.of(Story.KEY.publicLine()))
                .properties()
                .stream()
                .filter(it -> it.name().equals("seals"))
                .findFirst()
                .orElseThrow();
    }
}
