package de.kim.kit.door;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Wires the two doors. */
@AutoConfiguration
public class DoorAutoConfiguration {}
