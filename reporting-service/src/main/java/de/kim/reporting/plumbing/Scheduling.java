package de.kim.reporting.plumbing;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets scheduled work run. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
