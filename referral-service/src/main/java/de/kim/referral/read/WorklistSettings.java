package de.kim.referral.read;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much time there is for what.
 *
 * @param ahead what is due later than that is not shown yet
 * @param arrangeWithin for the placement test, from registration
 * @param askWithin for a question to the person
 * @param decideWithin on an objection
 */
@ConfigurationProperties("kim.worklist")
public record WorklistSettings(
        Period ahead, Period arrangeWithin, Period askWithin, Period decideWithin) {}
