package de.kim.kit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the front door.
 *
 * @param maxBody the largest body of a request; larger ones are refused with 413
 */
@ConfigurationProperties("kim.web")
public record WebProperties(@DefaultValue("256KB") DataSize maxBody) {}
