package de.kim.reporting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts the service as it runs, on a port of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ReportingService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "SERVER_PORT=0",
            "KIM_LOG_FORMAT=text",
            "kim.rebuild.poll=50ms",
            "kim.ledger.checkpoint-pause=50ms",
            "kim.ledger.check-pause=200ms"
        })
public @interface ReportingTest {}
