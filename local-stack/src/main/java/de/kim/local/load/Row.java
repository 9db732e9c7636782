package de.kim.local.load;

import tools.jackson.databind.node.ObjectNode;

/**
 * One row of a file.
 *
 * @param line where it stands, counted from 1; for JSON the number of the object
 * @param fields the row's values, typed as the APIs take them
 */
public record Row(int line, ObjectNode fields) {}
