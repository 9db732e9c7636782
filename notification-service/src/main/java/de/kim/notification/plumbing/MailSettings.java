package de.kim.notification.plumbing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are sent.
 *
 * @param from the sender's address
 * @param lease how long an instance may take over one attempt; longer than all time limits of the
 *     contact read and of the mail server together, else two instances can send the same message
 * @param longestPause the longest pause between two attempts; the first is a second, each next one
 *     twice as long
 * @param giveUpAfter how long after it was planned a message is still tried
 * @param workers how many mails are sent at the same time by one instance
 */
@ConfigurationProperties("kim.mail")
public record MailSettings(
        String from, Duration lease, Duration longestPause, Duration giveUpAfter, int workers) {

    /** The pause after the attempt with this number, from 1. */
    Duration pauseAfter(int attempt) {
        long seconds = 1L << Math.min(attempt - 1, 30);
        Duration pause = Duration.ofSeconds(seconds);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
