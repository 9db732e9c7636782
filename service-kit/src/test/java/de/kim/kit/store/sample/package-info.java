/** A small service to try the store with: courses with places, and people who take them. */
@NullMarked
package de.kim.kit.store.sample;

import org.jspecify.annotations.NullMarked;
