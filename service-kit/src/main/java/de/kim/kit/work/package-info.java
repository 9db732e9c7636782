/**
 * One unit of work, one database transaction: what happens in it happens together or not at all.
 */
@NullMarked
package de.kim.kit.work;

import org.jspecify.annotations.NullMarked;
