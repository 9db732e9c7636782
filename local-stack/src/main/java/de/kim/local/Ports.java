package de.kim.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;

/**
 * The port of each listener: found free once, remembered in {@code ports.json}, and chosen again
 * only when someone else has taken it meanwhile.
 */
public final class Ports {
    // below the range from which systems take the local ports of outgoing connections
    private static final int LOWEST = 20_000;
    private static final int RANGE = 12_000;

    private final KimHome home;
    private final Map<String, Integer> chosen;

    Ports(KimHome home) {
        this.home = home;
        this.chosen = Json.numbers(home.resolve("ports.json"));
    }

    /** The port of a listener; 0 when none has been chosen yet. */
    public int of(String listener) {
        return chosen.getOrDefault(listener, 0);
    }

    /** All listeners with their ports. */
    public Map<String, Integer> all() {
        return Map.copyOf(chosen);
    }

    /**
     * Gives each listener of a component a port it can have.
     *
     * @param listeners all of them
     * @param running whether the component runs and so rightly holds its ports
     */
    void choose(Set<String> listeners, boolean running) {
        for (var listener : listeners) {
            var port = of(listener);
            if (port == 0 || (!running && !free(port))) {
                chosen.put(listener, next());
            }
        }
        Json.write(home.resolve("ports.json"), chosen);
    }

    private int next() {
        // each home starts looking elsewhere, so that two stacks on one machine rarely look at the
        // same port
        var start = Math.floorMod(home.folder().toString().hashCode(), RANGE);
        for (var i = 0; i < RANGE; i++) {
            var port = LOWEST + (start + i) % RANGE;
            if (!chosen.containsValue(port) && free(port)) {
                return port;
            }
        }
        throw new Trouble(
                "No port between %d and %d is free.".formatted(LOWEST, LOWEST + RANGE),
                "Stop what uses them, then run ./kim up again.");
    }

    static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
