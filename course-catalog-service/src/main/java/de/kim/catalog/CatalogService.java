package de.kim.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Providers, their admissions, courses and places. */
@SpringBootApplication
public class CatalogService {
    public static void main(String[] arguments) {
        SpringApplication.run(CatalogService.class, arguments);
    }
}
