package de.kim.referral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Who is referred, on what legal basis, with what needs. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ReferralService {
    public static void main(String[] arguments) {
        SpringApplication.run(ReferralService.class, arguments);
    }
}
