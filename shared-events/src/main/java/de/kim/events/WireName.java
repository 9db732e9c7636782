package de.kim.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of an event on the wire, {@code kim.<context>.<event>.v<version>}: the CloudEvents
 * {@code type}. Irreversible once published, and never a Java name.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WireName {
    String value();
}
