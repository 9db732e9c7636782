package de.kim.simulator;

import de.kim.rules.Municipalities;
import de.kim.rules.Municipality;
import java.util.ArrayList;
import java.util.List;

/** Where people live and courses are held: districts, each a seat with municipalities around it. */
final class Country {
    /** Of a hundred people of a district so many live at its seat. */
    private static final int AT_THE_SEAT = 35;

    private final List<List<Municipality>> districts = new ArrayList<>();

    private Country() {}

    static Country of(Scope scope, long seed) {
        Country country = new Country();
        if (scope == Scope.DISTRICT) {
            country.districts.add(Municipalities.OSNABRUECK);
            return country;
        }
        Dice dice = Dice.of(seed, 1);
        for (int d = 0; d < scope.districts; d++) {
            country.districts.add(district(scope, d, dice));
        }
        return country;
    }

    /** Invented: no municipality key of Germany begins with 9. */
    private static List<Municipality> district(Scope scope, int number, Dice dice) {
        boolean all = scope == Scope.GERMANY;
        int latitude =
                all ? 47_500_000 + dice.below(7_400_000) : 51_300_000 + dice.below(2_600_000);
        int longitude = all ? 6_000_000 + dice.below(9_000_000) : 6_600_000 + dice.below(5_000_000);
        List<Municipality> places = new ArrayList<>();
        for (int m = 0; m < scope.municipalities; m++) {
            // about 15 kilometres around the seat, which is the first
            int north = m == 0 ? 0 : dice.below(280_000) - 140_000;
            int east = m == 0 ? 0 : dice.below(440_000) - 220_000;
            String key = "9%04d%03d".formatted(number, m);
            places.add(new Municipality(key, key, latitude + north, longitude + east));
        }
        return List.copyOf(places);
    }

    List<Municipality> municipalities() {
        return districts.stream().flatMap(List::stream).toList();
    }

    /** All districts are of one size. */
    int anyDistrict(Dice dice) {
        return dice.below(districts.size());
    }

    Municipality anyHome(int district, Dice dice) {
        List<Municipality> places = districts.get(district);
        return places.get(dice.chance(AT_THE_SEAT) ? 0 : dice.below(places.size()));
    }

    /** Courses stand closer together than people live. */
    Municipality anyVenue(int district, Dice dice) {
        return dice.chance(55) ? districts.get(district).get(0) : anyHome(district, dice);
    }

    static String provider(int district, int number) {
        return "provider-%d-%d".formatted(district, number);
    }
}
