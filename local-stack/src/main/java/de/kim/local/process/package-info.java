/** One way to start, check and stop a process of the stack that outlives the command line. */
@NullMarked
package de.kim.local.process;

import org.jspecify.annotations.NullMarked;
