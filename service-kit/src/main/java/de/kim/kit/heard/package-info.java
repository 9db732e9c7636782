/** What more than one service keeps of the public events it hears, each in tables of its own. */
@NullMarked
package de.kim.kit.heard;

import org.jspecify.annotations.NullMarked;
