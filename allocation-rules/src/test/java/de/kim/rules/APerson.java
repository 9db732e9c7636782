package de.kim.rules;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.WeeklyTime;
import de.kim.events.Wish;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person for tests, to whom every {@link ACourse} is open until the test says otherwise. */
public final class APerson {
    private static final byte[] SEED = "a sample seed".getBytes(StandardCharsets.US_ASCII);

    private final int number;
    private List<Entitlement> entitlements =
            List.of(
                    new Entitlement(
                            LegalBasis.ENTITLED_44_1,
                            LocalDate.of(2026, 9, 1),
                            LocalDate.of(2027, 9, 1)));
    private LocalDate registeredOn = LocalDate.of(2026, 10, 1);
    private CourseType type = CourseType.GENERAL;
    private int section = 1;
    private AgeBand age = AgeBand.FROM_27_TO_39;
    private Gender gender = Gender.FEMALE;
    private boolean childcare;
    private boolean accessibility;
    private String municipality = "03404000";
    private List<WeeklyTime> available = List.of();
    private final List<Wish> wishes = new ArrayList<>();
    private boolean onlyWishes;
    private boolean lostPlace;
    private final Set<DeclinedCourse> declined = new HashSet<>();
    private final Set<UUID> expired = new HashSet<>();
    private @Nullable String lottery;
    private @Nullable HeldPlace held;

    private APerson(int number) {
        this.number = number;
    }

    public static APerson number(int number) {
        return new APerson(number);
    }

    public static UUID referral(int number) {
        return new UUID(0x1000, number);
    }

    public APerson entitled(LegalBasis basis, String on, @Nullable String lapses) {
        LocalDate last = lapses == null ? null : LocalDate.parse(lapses);
        entitlements = List.of(new Entitlement(basis, LocalDate.parse(on), last));
        return this;
    }

    public APerson alsoEntitled(LegalBasis basis, String on, @Nullable String lapses) {
        List<Entitlement> before = entitlements;
        entitled(basis, on, lapses);
        entitlements = new ArrayList<>(entitlements);
        entitlements.addAll(before);
        return this;
    }

    public APerson withoutEntitlement() {
        entitlements = List.of();
        return this;
    }

    public APerson registered(String day) {
        registeredOn = LocalDate.parse(day);
        return this;
    }

    public APerson recommended(CourseType courseType, int sectionNumber) {
        type = courseType;
        section = sectionNumber;
        return this;
    }

    public APerson aged(AgeBand band) {
        age = band;
        return this;
    }

    public APerson gender(Gender value) {
        gender = value;
        return this;
    }

    public APerson needsChildcare() {
        childcare = true;
        return this;
    }

    public APerson needsAccessibility() {
        accessibility = true;
        return this;
    }

    public APerson livesIn(String key) {
        municipality = key;
        return this;
    }

    public APerson hasTime(WeeklyTime... times) {
        available = List.of(times);
        return this;
    }

    public APerson wishes(ACourse course) {
        wishes.add(new Wish(course.build().providerId(), course.build().courseId()));
        return this;
    }

    public APerson wishesProvider(String provider) {
        wishes.add(new Wish(provider, null));
        return this;
    }

    public APerson onlyWishes() {
        onlyWishes = true;
        return this;
    }

    public APerson lostPlace() {
        lostPlace = true;
        return this;
    }

    public APerson declined(ACourse course, int version) {
        declined.add(new DeclinedCourse(course.build().courseId(), version));
        return this;
    }

    public APerson expired(ACourse course) {
        expired.add(course.build().courseId());
        return this;
    }

    public APerson lottery(String digits) {
        lottery = digits.repeat(64).substring(0, 64);
        return this;
    }

    public APerson holds(ACourse course, int sectionNumber) {
        held = new HeldPlace(course.build().courseId(), sectionNumber);
        return this;
    }

    public Person build() {
        UUID pseudonym = new UUID(0x2000, number);
        return new Person(
                referral(number),
                pseudonym,
                entitlements,
                registeredOn,
                type,
                section,
                age,
                gender,
                childcare,
                accessibility,
                municipality,
                available,
                wishes,
                onlyWishes,
                lostPlace,
                declined,
                expired,
                lottery == null ? Lottery.number(SEED, pseudonym) : lottery,
                held);
    }
}
