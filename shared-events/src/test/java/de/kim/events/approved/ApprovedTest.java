package de.kim.events.approved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedTest {
    @TempDir Path folder;

    @Test
    void the_same_text_passes_whatever_the_line_ends() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "one\r\ntwo");
        assertThatCode(() -> Approved.check(file, "one\ntwo\n", false)).doesNotThrowAnyException();
    }

    @Test
    void a_changed_line_fails_and_is_shown_with_its_number() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "one\ntwo\nthree\n");
        assertThatThrownBy(() -> Approved.check(file, "one\n2\nthree\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("- 2: two")
                .hasMessageContaining("+ 2: 2")
                .hasMessageNotContaining("three");
    }

    @Test
    void what_was_never_approved_fails() {
        assertThatThrownBy(() -> Approved.check(folder.resolve("none.txt"), "x", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never approved");
    }

    @Test
    void approving_writes_what_is_produced_now() {
        Path file = folder.resolve("new/a.txt");
        Approved.check(file, "one\n", true);
        assertThat(file).hasContent("one");
    }
}
