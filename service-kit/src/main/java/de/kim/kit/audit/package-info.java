/**
 * Auditors read for a stated purpose, for a limited time, and whoever answers for the data sees it.
 */
@NullMarked
package de.kim.kit.audit;

import org.jspecify.annotations.NullMarked;
