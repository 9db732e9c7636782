package de.kim.rules;

import de.kim.rules.InvalidRound.Code;

/**
 * The reference point from which distances of a municipality's inhabitants are counted: a public
 * geographic fact, about the town centre.
 *
 * @param key official municipality key (AGS, eight digits)
 * @param latitudeE6 millionths of a degree, WGS 84
 * @param longitudeE6 millionths of a degree, WGS 84
 * @throws InvalidRound when the key is malformed
 */
public record Municipality(String key, String name, int latitudeE6, int longitudeE6) {
    public Municipality {
        InvalidRound.require(isKey(key), Code.MALFORMED_MUNICIPALITY, key);
    }

    static boolean isKey(String key) {
        return key.length() == 8 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
