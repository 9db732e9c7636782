package de.kim.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.local.KimHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @TempDir Path folder;

    @Test
    void an_unpacking_that_was_cut_short_is_thrown_away_and_done_again() throws IOException {
        var home = new KimHome(folder);
        var place = PostgresBinaries.place(home).folder();
        var partial = place.resolveSibling(place.getFileName() + ".partial");
        Files.createDirectories(partial.resolve("bin"));
        Files.writeString(partial.resolve("bin/postgres"), "half a program");

        var binaries = PostgresBinaries.in(home);

        assertThat(binaries.program("postgres")).isExecutable();
        assertThat(Files.size(binaries.program("postgres"))).isGreaterThan(1_000_000);
        assertThat(partial).doesNotExist();
    }
}
