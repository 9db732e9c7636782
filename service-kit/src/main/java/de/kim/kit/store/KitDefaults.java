package de.kim.kit.store;

import java.io.IOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * The settings every service starts with: {@code kit-defaults/*.properties} of the kit, below
 * everything the service or its environment says.
 */
public final class KitDefaults implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        try {
            for (Resource defaults :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:kit-defaults/*.properties")) {
                environment.getPropertySources().addLast(new ResourcePropertySource(defaults));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The kit's default settings cannot be read", e);
        }
    }
}
