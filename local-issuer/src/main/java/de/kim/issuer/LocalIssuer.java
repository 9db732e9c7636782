package de.kim.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * Signs in the sample users of one machine. Nothing is stored but its key: what it knows is in the
 * {@link Realm}'s file, sessions and codes are in memory, tokens are checked by their signature and
 * so survive a restart.
 */
@SpringBootApplication
@EnableConfigurationProperties(IssuerProperties.class)
public class LocalIssuer {
    public static void main(String[] args) {
        SpringApplication.run(LocalIssuer.class, args);
    }
}
