package de.kim.allocation.write;

import java.util.UUID;

/**
 * What became of a round: {@code waiting} people took part, {@code offered} of them hold a place
 * now; {@code passed}: the verifier found nothing.
 */
public record RoundHeld(UUID roundId, int waiting, int offered, boolean passed) {}
