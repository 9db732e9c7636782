/**
 * The event store: Axon's storage engine, event store, repositories and token store on PostgreSQL.
 * Why it is ours: docs/adr/0003-own-event-store-engine.md.
 */
@NullMarked
package de.kim.kit.store;

import org.jspecify.annotations.NullMarked;
