package de.kim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir Path folder;

    @Test
    void ports_are_free_differ_and_are_remembered() {
        var ports = chosen(false);

        assertThat(ports.all().values()).hasSize(3).doesNotHaveDuplicates().allMatch(Ports::free);
        assertThat(chosen(false).all()).isEqualTo(ports.all());
    }

    @Test
    void a_port_taken_by_someone_else_is_chosen_again_and_the_others_stay() throws IOException {
        var before = chosen(false);
        try (var someone = new ServerSocket(before.of("a"), 1, InetAddress.getLoopbackAddress())) {
            var after = chosen(false);

            assertThat(after.of("a")).isNotEqualTo(someone.getLocalPort());
            assertThat(after.of("b")).isEqualTo(before.of("b"));
        }
    }

    @Test
    void the_port_of_a_running_component_is_its_own() throws IOException {
        var before = chosen(false);
        try (var itself = new ServerSocket(before.of("a"), 1, InetAddress.getLoopbackAddress())) {
            assertThat(chosen(true).of("a")).isEqualTo(itself.getLocalPort());
        }
    }

    private Ports chosen(boolean running) {
        var ports = new Ports(new KimHome(folder));
        ports.choose(Set.of("a", "b", "c"), running);
        return ports;
    }
}
