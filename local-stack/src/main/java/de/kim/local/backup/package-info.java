/** Backups of all databases at one instant, and restoring them. */
@NullMarked
package de.kim.local.backup;

import org.jspecify.annotations.NullMarked;
