package de.kim.kit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the front door.
 *
 * @param maxBody the largest body of a request; larger ones are refused with 413
 * @param bodyShare how much each organisation may ask of one instance of a service
 * @param addressShare the same for each network address that asks without signing in
 */
@ConfigurationProperties("kim.web")
public record WebProperties(
        @DefaultValue("256KB") DataSize maxBody, Share bodyShare, Share addressShare) {
    /**
     * Requests.
     *
     * @param atOnce after a pause that was long enough
     * @param perSecond in the long run
     */
    public record Share(int atOnce, int perSecond) {
        public Share {
            if (atOnce < 1 || perSecond < 1) {
                throw new IllegalArgumentException("a share is at least one request");
            }
        }
    }
}
