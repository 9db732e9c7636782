package de.kim.allocation.read;

import de.kim.rules.InvalidRound;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person or course whose data contradict themselves is left out; the round is held all the
 * same.
 */
final class Sound {
    private static final Logger LOG = LoggerFactory.getLogger(Sound.class);

    private Sound() {}

    /** Reads one row into the input of a round. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException;
    }

    static <T> Optional<T> orLeftOut(String what, UUID id, Reading<T> reading) throws SQLException {
        try {
            return Optional.of(reading.read());
        } catch (InvalidRound e) {
            LOG.error("Left out of the round: {} {}, {}", what, id, e.code());
            return Optional.empty();
        }
    }
}
