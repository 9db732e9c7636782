package de.kim.rules;

/**
 * Distance in kilometres begun, by integers only, so that every machine and every second
 * implementation finds the same number.
 *
 * <p>Flat-earth formula on the mean latitude: 111,195 m a degree (mean earth radius 6,371,009 m);
 * the cosine by Bhaskara's fraction (32400 − 4x²) / (32400 + x²), x in degrees, which is 0.13 %
 * short at 52° north: 33 m on 25 km.
 */
public final class Distance {
    /** Metres of one degree of latitude. */
    static final long METRES_PER_DEGREE = 111_195;

    /** 180 degrees squared, in thousandths of a degree. */
    private static final long HALF_TURN_SQUARED = 32_400_000_000L;

    private static final long MILLION = 1_000_000;

    private Distance() {}

    /**
     * Kilometres between two points, every kilometre begun counts as one: 0 for the same point, 25
     * for exactly 25,000 m, 26 for 25,001 m.
     */
    public static int kilometres(
            int latitudeE6, int longitudeE6, int otherLatitudeE6, int otherLongitudeE6) {
        long north = Math.abs((long) latitudeE6 - otherLatitudeE6) * METRES_PER_DEGREE / MILLION;
        long mean = ((long) latitudeE6 + otherLatitudeE6) / 2;
        long east =
                Math.abs((long) longitudeE6 - otherLongitudeE6)
                        * METRES_PER_DEGREE
                        / MILLION
                        * cosineE6(mean)
                        / MILLION;
        return roundedUp(north * north + east * east);
    }

    /** Cosine of a latitude given in millionths of a degree, in millionths. */
    static long cosineE6(long latitudeE6) {
        long milli = latitudeE6 / 1000;
        long square = milli * milli;
        return (HALF_TURN_SQUARED - 4 * square) * MILLION / (HALF_TURN_SQUARED + square);
    }

    private static int roundedUp(long squareMetres) {
        int km = (int) (Math.sqrt((double) squareMetres) / 1000);
        // the root is only a first guess: integers decide
        while (metres(km) * metres(km) < squareMetres) {
            km++;
        }
        while (km > 0 && metres(km - 1) * metres(km - 1) >= squareMetres) {
            km--;
        }
        return km;
    }

    private static long metres(long km) {
        return km * 1000;
    }
}
