package de.kim.kit.house.crooked;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class DateManager {
    static int counted;

    @Autowired @Nullable String injected;

    @SuppressWarnings("JavaUtilDate")
    Date old() {
        return new Date();
    }

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
