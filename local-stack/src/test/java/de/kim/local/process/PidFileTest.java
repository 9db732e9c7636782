package de.kim.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir Path folder;

    @Test
    void a_living_process_is_recognised() {
        var entry = new PidFile.Entry(myself(), "fingerprint");
        file().write(entry);

        assertThat(file().living()).contains(entry);
    }

    @Test
    void a_pid_that_was_given_to_another_process_is_not_mistaken() {
        file().write(
                        new PidFile.Entry(
                                new ProcessIdentity(myself().pid(), "1@long-ago"), "fingerprint"));

        assertThat(file().living()).isEmpty();
    }

    @Test
    void a_damaged_or_missing_file_means_that_nothing_is_known() throws IOException {
        assertThat(file().living()).isEmpty();
        Files.writeString(folder.resolve("x.pid"), "12");
        assertThat(file().living()).isEmpty();
    }

    @Test
    void a_zombie_is_not_alive() throws Exception {
        // a shell that becomes sleep never collects its child: once the child has ended it stays as
        // a zombie
        var parent = new ProcessBuilder("sh", "-c", "sleep 0.3 & echo $!; exec sleep 60").start();
        try (var out = parent.inputReader()) {
            var child = Long.parseLong(out.readLine());
            org.awaitility.Awaitility.await().until(() -> ProcessIdentity.of(child).isEmpty());
            assertThat(Files.readString(Path.of("/proc/" + child + "/stat"))).contains(") Z ");
        } finally {
            parent.destroyForcibly();
        }
    }

    private static ProcessIdentity myself() {
        return ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    }

    private PidFile file() {
        return new PidFile(folder.resolve("x.pid"));
    }
}
