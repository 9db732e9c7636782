package de.kim.kit.door.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts the sample service as a service starts, with both doors open. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "spring.application.name=sample-service",
            "spring.config.import=classpath:kit-door.yml,classpath:kit-web.yml",
            "spring.flyway.locations=classpath:db/kit,classpath:db/doorsample",
            "kim.door.first-retry=100ms",
            "kim.door.retry-every=100ms",
            "kim.door.longest-pause=50ms",
            "kim.door.attempts=3"
        })
public @interface DoorTest {}
