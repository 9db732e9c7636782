package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistanceTest {
    private static final int LATITUDE = 52_000_000;
    private static final int LONGITUDE = 8_000_000;

    private static int north(int micro) {
        return Distance.kilometres(LATITUDE, LONGITUDE, LATITUDE + micro, LONGITUDE);
    }

    @Test
    void the_same_point_is_no_distance() {
        assertThat(north(0)).isZero();
    }

    @Test
    void every_kilometre_begun_counts() {
        // 111,195 m a degree: 8,994 millionths are 1,000 m, 8,998 are 1,000 m, 9,003 are 1,001 m
        assertThat(north(8_994)).isEqualTo(1);
        assertThat(north(9_003)).isEqualTo(2);
        assertThat(north(224_830)).isEqualTo(25);
        assertThat(north(224_840)).isEqualTo(26);
    }

    @Test
    void it_is_the_same_both_ways() {
        assertThat(Distance.kilometres(52276400, 8047200, 52203100, 8336100))
                .isEqualTo(Distance.kilometres(52203100, 8336100, 52276400, 8047200));
    }

    @Test
    void a_degree_of_longitude_shrinks_with_the_latitude() {
        assertThat(Distance.kilometres(0, 0, 0, 1_000_000)).isEqualTo(112);
        assertThat(Distance.kilometres(52_000_000, 0, 52_000_000, 1_000_000)).isEqualTo(69);
        assertThat(Distance.kilometres(90_000_000, 0, 90_000_000, 1_000_000)).isZero();
    }

    @Test
    void the_cosine_is_good_to_two_thousandths() {
        for (int degrees = 0; degrees <= 90; degrees++) {
            double exact = Math.cos(Math.toRadians(degrees)) * 1_000_000;
            assertThat((double) Distance.cosineE6(degrees * 1_000_000L))
                    .isBetween(exact - 1_700, exact + 1_700);
        }
    }

    @Test
    void osnabrueck_to_melle_is_about_21_kilometres() {
        assertThat(Distance.kilometres(52276400, 8047200, 52203100, 8336100)).isEqualTo(22);
    }

    @Test
    void the_district_has_34_municipalities_and_the_city() {
        assertThat(Municipalities.OSNABRUECK).hasSize(35);
        assertThat(Municipalities.OSNABRUECK).extracting(Municipality::key).doesNotHaveDuplicates();
        assertThat(Municipalities.OSNABRUECK)
                .allSatisfy(
                        place -> {
                            assertThat(place.latitudeE6()).isBetween(52_000_000, 52_750_000);
                            assertThat(place.longitudeE6()).isBetween(7_600_000, 8_450_000);
                        });
    }
}
