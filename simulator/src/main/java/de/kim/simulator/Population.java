package de.kim.simulator;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.WeeklyTime;
import de.kim.events.Wish;
import de.kim.rules.Entitlement;
import de.kim.rules.Lottery;
import de.kim.rules.Person;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Invents the people. The shares are assumptions, each named in docs/simulator.md. */
final class Population {
    /** Two thirds general, a quarter literacy, as in the national course statistics. */
    static final CourseType[] TYPES = {
        CourseType.GENERAL,
        CourseType.LITERACY,
        CourseType.INTENSIVE,
        CourseType.SECOND_SCRIPT,
        CourseType.SPECIAL_SUPPORT,
        CourseType.LOW_LITERACY
    };

    static final int[] OF_TYPE = {67, 25, 2, 3, 1, 2};

    private static final LegalBasis[] BASES = {
        LegalBasis.OBLIGED_JOBCENTER,
        LegalBasis.COOPERATION_PLAN_5A,
        LegalBasis.OBLIGED_ABH,
        LegalBasis.ENTITLED_44_1,
        LegalBasis.OBLIGED_ASYLBLG,
        LegalBasis.RESETTLER_BVFG_9,
        LegalBasis.SELF_PAYER
    };
    private static final int[] OF_BASIS = {45, 5, 12, 28, 4, 2, 4};

    private static final AgeBand[] AGES = {
        AgeBand.FROM_18_TO_26, AgeBand.FROM_27_TO_39, AgeBand.FROM_40_TO_59, AgeBand.FROM_60
    };

    private final Scope scope;
    private final Country country;
    private final byte[] lotterySeed;

    Population(Scope scope, Country country, long seed) {
        this.scope = scope;
        this.country = country;
        this.lotterySeed = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    }

    Newcomer newcomer(LocalDate registered, Dice dice) {
        int district = country.anyDistrict(dice);
        UUID pseudonym = dice.id();
        CourseType type = TYPES[dice.weighed(OF_TYPE)];
        AgeBand age = AGES[dice.weighed(26, 41, 28, 5)];
        Gender gender = Gender.values()[dice.weighed(50, 49, 1)];
        List<Wish> wishes = wishes(district, dice);
        Person person =
                new Person(
                        dice.id(),
                        pseudonym,
                        List.of(entitlement(registered, dice)),
                        registered,
                        type,
                        section(type, dice),
                        age,
                        gender,
                        dice.chance(childcare(age, gender)),
                        dice.chance(3),
                        country.anyHome(district, dice).key(),
                        available(dice),
                        wishes,
                        !wishes.isEmpty() && dice.chance(5),
                        dice.chance(1),
                        Set.of(),
                        Set.of(),
                        Lottery.number(lotterySeed, pseudonym),
                        null);
        return new Newcomer(person, registered.plusDays(5 + dice.below(16)));
    }

    private static int section(CourseType type, Dice dice) {
        return 1
                + (type == CourseType.GENERAL
                        ? dice.weighed(62, 10, 9, 8, 6, 5)
                        : dice.weighed(80, 8, 7, 5));
    }

    private static int childcare(AgeBand age, Gender gender) {
        boolean young = age == AgeBand.FROM_18_TO_26 || age == AgeBand.FROM_27_TO_39;
        return young ? gender == Gender.FEMALE ? 30 : 6 : 2;
    }

    private static Entitlement entitlement(LocalDate registered, Dice dice) {
        LegalBasis basis = BASES[dice.weighed(OF_BASIS)];
        LocalDate entitled = registered.minusDays(dice.below(60));
        boolean lapses = basis == LegalBasis.ENTITLED_44_1;
        return new Entitlement(basis, entitled, lapses ? entitled.plusYears(1) : null);
    }

    private static List<WeeklyTime> available(Dice dice) {
        return switch (dice.weighed(55, 25, 12, 8)) {
            case 0 -> List.of();
            case 1 -> Week.MORNING.spare;
            case 2 -> Week.AFTERNOON.spare;
            default -> Week.EVENING.spare;
        };
    }

    private List<Wish> wishes(int district, Dice dice) {
        List<Wish> wishes = new ArrayList<>();
        if (dice.chance(35)) {
            for (int i = dice.below(3); i >= 0; i--) {
                String provider = Country.provider(district, dice.below(scope.providers));
                wishes.add(new Wish(provider, null));
            }
        }
        return wishes;
    }
}
