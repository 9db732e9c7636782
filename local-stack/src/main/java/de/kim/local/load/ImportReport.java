package de.kim.local.load;

import java.util.List;

/**
 * What became of a file.
 *
 * @param taken rows that a service took (again: counted too, nothing is doubled)
 * @param rejected rows that were not taken, by line
 */
public record ImportReport(String file, Kind kind, int taken, List<Rejected> rejected) {}
