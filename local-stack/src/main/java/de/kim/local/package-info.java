/**
 * The embedded default for one machine: real PostgreSQL, real Kafka, mail, the services, and the
 * command line.
 */
@NullMarked
package de.kim.local;

import org.jspecify.annotations.NullMarked;
