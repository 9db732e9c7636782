package de.kim.rules;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.Gender;
import de.kim.events.WeeklyTime;
import de.kim.events.Wish;
import de.kim.rules.InvalidRound.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a place and has no live offer. Linked referrals are one person: the caller
 * merges them and keeps the referral that stands for all.
 *
 * @param referralId the referral the person waits with
 * @param pseudonym the person, at random, the same over all their referrals
 * @param entitlements every legal basis, in any order
 * @param registeredOn local date of the referral, from which waiting is counted
 * @param recommendedType what the placement test recommends
 * @param recommendedSection section the test recommends, from 1
 * @param municipality key (AGS, eight digits) of where the person lives
 * @param available weekly times the person has, in any order; empty: any time
 * @param wishes the person's own wishes, the dearest first; of equal ones the first counts
 * @param onlyWishes whether the person asked for nothing but the wishes
 * @param lostPlaceBefore whether an accepted place was lost through no fault of the person
 * @param declined courses declined, with the version they had
 * @param expired courses whose offer expired unanswered since interest was last confirmed
 * @param lotteryNumber see {@link Lottery#number}: 64 lower-case hexadecimal digits, lower is first
 * @param held the accepted place of somebody who keeps waiting for a better one
 * @param salt 32 lower-case hexadecimal digits at random, for this person in this round alone: so
 *     that nobody can guess attributes and compare the leaf (docs/allocation-rules.md, "Canonical
 *     bytes"); null in a round that nobody commits to
 * @throws InvalidRound when a value is malformed
 */
public record Person(
        UUID referralId,
        UUID pseudonym,
        List<Entitlement> entitlements,
        LocalDate registeredOn,
        CourseType recommendedType,
        int recommendedSection,
        AgeBand ageBand,
        Gender gender,
        boolean childcareNeeded,
        boolean accessibilityNeeded,
        String municipality,
        List<WeeklyTime> available,
        List<Wish> wishes,
        boolean onlyWishes,
        boolean lostPlaceBefore,
        Set<DeclinedCourse> declined,
        Set<UUID> expired,
        String lotteryNumber,
        @Nullable HeldPlace held,
        @Nullable String salt) {
    /** Nobody means more wishes than this: such a list is a mistake or an attack. */
    public static final int MOST_WISHES = 1000;

    private static final int SALT_DIGITS = 32;

    public Person {
        entitlements = List.copyOf(entitlements);
        available = List.copyOf(available);
        wishes = List.copyOf(wishes);
        declined = Set.copyOf(declined);
        expired = Set.copyOf(expired);
        InvalidRound.require(wishes.size() <= MOST_WISHES, Code.TOO_MANY_WISHES, referralId);
        InvalidRound.require(recommendedSection >= 1, Code.NUMBER_OUT_OF_RANGE, referralId);
        InvalidRound.require(
                Lottery.isNumber(lotteryNumber), Code.MALFORMED_LOTTERY_NUMBER, referralId);
        InvalidRound.require(
                Municipality.isKey(municipality), Code.MALFORMED_MUNICIPALITY, referralId);
        InvalidRound.require(
                Course.inWholeMinutes(available), Code.TIME_NOT_IN_MINUTES, referralId);
        InvalidRound.require(
                salt == null || (salt.length() == SALT_DIGITS && Digest.isHex(salt)),
                Code.MALFORMED_SALT,
                referralId);
    }

    /** Somebody in a round that is only tried or compared: nobody commits to it. */
    public Person(
            UUID referralId,
            UUID pseudonym,
            List<Entitlement> entitlements,
            LocalDate registeredOn,
            CourseType recommendedType,
            int recommendedSection,
            AgeBand ageBand,
            Gender gender,
            boolean childcareNeeded,
            boolean accessibilityNeeded,
            String municipality,
            List<WeeklyTime> available,
            List<Wish> wishes,
            boolean onlyWishes,
            boolean lostPlaceBefore,
            Set<DeclinedCourse> declined,
            Set<UUID> expired,
            String lotteryNumber,
            @Nullable HeldPlace held) {
        this(
                referralId,
                pseudonym,
                entitlements,
                registeredOn,
                recommendedType,
                recommendedSection,
                ageBand,
                gender,
                childcareNeeded,
                accessibilityNeeded,
                municipality,
                available,
                wishes,
                onlyWishes,
                lostPlaceBefore,
                declined,
                expired,
                lotteryNumber,
                held,
                null);
    }

    /** The same person in a round that is committed to. */
    public Person salted(String with) {
        return new Person(
                referralId,
                pseudonym,
                entitlements,
                registeredOn,
                recommendedType,
                recommendedSection,
                ageBand,
                gender,
                childcareNeeded,
                accessibilityNeeded,
                municipality,
                available,
                wishes,
                onlyWishes,
                lostPlaceBefore,
                declined,
                expired,
                lotteryNumber,
                held,
                with);
    }
}
