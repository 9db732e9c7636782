package de.kim.system.bench;

/**
 * What one round found.
 *
 * @param figure the value
 * @param cpuMicros CPU time of this JVM and of the servers per operation, in microseconds; NaN
 *     where it was not measured
 */
record Measured(double figure, double cpuMicros) {
    static Measured of(double figure) {
        return new Measured(figure, Double.NaN);
    }
}
