package de.kim.rules;

import de.kim.events.AgeBand;

/**
 * The completed years an age band spans. Where a limit falls inside a band, the band counts as
 * meeting it: nobody is shut out because the band is coarse.
 */
final class Ages {
    private Ages() {}

    static int youngest(AgeBand band) {
        return switch (band) {
            case UNDER_16 -> 0;
            case FROM_16_TO_17 -> 16;
            case FROM_18_TO_26 -> 18;
            case FROM_27_TO_39 -> 27;
            case FROM_40_TO_59 -> 40;
            case FROM_60 -> 60;
        };
    }

    static int oldest(AgeBand band) {
        return switch (band) {
            case UNDER_16 -> 15;
            case FROM_16_TO_17 -> 17;
            case FROM_18_TO_26 -> 26;
            case FROM_27_TO_39 -> 39;
            case FROM_40_TO_59 -> 59;
            case FROM_60 -> Integer.MAX_VALUE;
        };
    }
}
