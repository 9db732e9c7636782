@NullMarked
package de.kim.local.command;

import org.jspecify.annotations.NullMarked;
