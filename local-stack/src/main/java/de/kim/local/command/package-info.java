/** The commands of {@code ./kim}, one file each. */
@NullMarked
package de.kim.local.command;

import org.jspecify.annotations.NullMarked;
