package de.kim.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts the service as it runs, on a port of its own, with short pauses. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "KIM_LOG_FORMAT=text",
            "KIM_SMTP_HOST=127.0.0.1",
            "KIM_MAIL_FROM=kim@kim.example",
            "KIM_PUBLIC_URL=https://kim.example",
            "kim.mail.lease=6s",
            "kim.mail.longest-pause=1s",
            "KIM_BOUNCE_ADDRESS=bounces@kim.example",
            // a thousand guesses come from one address, and then the next test
            "KIM_ADDRESS_REQUESTS_AT_ONCE=100000",
            "kim.post.round=500ms",
            "kim.bounces.round=300ms",
            "kim.staff.round=200ms"
        })
public @interface NotificationTest {}
