/** PostgreSQL from the binaries on Maven Central: unpack, start, databases and roles. */
@NullMarked
package de.kim.local.postgres;

import org.jspecify.annotations.NullMarked;
