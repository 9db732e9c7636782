@NullMarked
package de.kim.local.api;

import org.jspecify.annotations.NullMarked;
