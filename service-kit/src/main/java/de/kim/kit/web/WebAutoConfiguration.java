package de.kim.kit.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Wires what every endpoint needs. */
@AutoConfiguration
public class WebAutoConfiguration {}
