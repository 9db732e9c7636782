/** A real single-node Kafka (KRaft) in a process and on a class path of its own. */
@NullMarked
package de.kim.local.kafka;

import org.jspecify.annotations.NullMarked;
