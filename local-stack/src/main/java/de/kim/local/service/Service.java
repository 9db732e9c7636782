package de.kim.local.service;

/**
 * One service of KIM.
 *
 * @param name its name, which is also the folder of its module
 * @param database its own database, which no other service can enter
 */
public record Service(String name, String database) {
    /** The question that tells whether it can take work. */
    public static final String READINESS = "/actuator/health/readiness";
}
