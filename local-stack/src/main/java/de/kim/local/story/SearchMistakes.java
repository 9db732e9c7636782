package de.kim.local.story;

import de.kim.local.issuer.Accounts;
import java.time.LocalDate;
import java.util.List;

/** What goes wrong where free places are looked for. */
final class SearchMistakes {
    private SearchMistakes() {}

    static List<Mistake> all(LocalDate today) {
        return List.of(
                of("UNKNOWN_FILTER", "colour=blue"),
                of("UNKNOWN_MUNICIPALITY", "near=00000000"),
                of("CENTRE_MISSING", "withinKm=5"),
                of("WINDOW_REVERSED", window(today.plusDays(30), today.plusDays(10))),
                of("WINDOW_OUT_OF_RANGE", window(today, today.plusDays(400))));
    }

    private static Mistake of(String code, String filter) {
        return new Mistake(Desk.CATALOG, code, Accounts.COORDINATOR, "/api/free-places?" + filter);
    }

    private static String window(LocalDate from, LocalDate until) {
        return "from=%s&until=%s".formatted(from, until);
    }
}
