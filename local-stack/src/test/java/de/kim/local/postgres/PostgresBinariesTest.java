package de.kim.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.local.KimHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @TempDir Path folder;

    @Test
    void what_was_cut_short_is_thrown_away_and_done_again() throws IOException {
        var home = new KimHome(folder.resolve("home"));
        var unpacked = folder.resolve("unpacked");
        var place = PostgresBinaries.place(home).folder();
        var half = List.of(halfOf(place), halfOf(unpacked.resolve(place.getFileName())));

        var binaries = PostgresBinaries.in(home, unpacked);

        assertThat(binaries.program("postgres")).isExecutable();
        assertThat(Files.size(binaries.program("postgres"))).isGreaterThan(1_000_000);
        assertThat(half).allSatisfy(partial -> assertThat(partial).doesNotExist());
    }

    private static Path halfOf(Path place) throws IOException {
        var partial = place.resolveSibling(place.getFileName() + ".partial");
        Files.createDirectories(partial.resolve("bin"));
        Files.writeString(partial.resolve("bin/postgres"), "half a program");
        return partial;
    }
}
