package de.kim.allocation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Who gets which place: waiting list, clearing rounds, offers. */
@SpringBootApplication
public class AllocationService {
    public static void main(String[] args) {
        SpringApplication.run(AllocationService.class, args);
    }
}
