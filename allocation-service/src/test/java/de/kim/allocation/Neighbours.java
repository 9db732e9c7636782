package de.kim.allocation;

import de.kim.events.AdmissionKind;
import de.kim.events.AgeBand;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseType;
import de.kim.events.Envelope;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.NationalityGroup;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.Profile;
import de.kim.events.ProviderAdmitted;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralRequested;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.events.Wish;
import de.kim.kit.testing.HandClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the other services say, in the order of a usual story. */
public final class Neighbours {
    public static final String PROVIDER = "traeger-01";
    public static final LocalDate STARTS_ON = LocalDate.of(2027, 1, 11);
    static final WeeklyTime MONDAYS =
            new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(13, 0));

    /** Stadt Osnabrück. */
    static final Venue VENUE = new Venue("03404000", 52_279_000, 8_047_000, true);

    private final Consumer<PublicEvent> says;
    private final Consumer<Profile> profiles;

    public Neighbours(Consumer<PublicEvent> says, Consumer<Profile> profiles) {
        this.says = says;
        this.profiles = profiles;
    }

    public void say(PublicEvent event) {
        says.accept(event);
    }

    public void say(Profile profile) {
        profiles.accept(profile);
    }

    public void admit(String provider) {
        say(
                new ProviderAdmitted(
                        provider,
                        "Muster-Träger",
                        List.of(CourseType.GENERAL),
                        AdmissionKind.FIRST,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2030, 12, 31),
                        null,
                        null));
    }

    public UUID schedule(int places) {
        return schedule(PROVIDER, places);
    }

    public UUID schedule(String provider, int places) {
        UUID courseId = UUID.randomUUID();
        say(course(courseId, provider, places));
        return courseId;
    }

    static CourseScheduled course(UUID courseId, String provider, int places) {
        return new CourseScheduled(
                courseId,
                provider,
                CourseType.GENERAL,
                List.of(new Section(1, STARTS_ON, LocalDate.of(2027, 3, 11))),
                List.of(MONDAYS),
                VENUE,
                false,
                false,
                false,
                places,
                null,
                null,
                null);
    }

    /** The same course elsewhere; null leaves it online or not, as it is. */
    static CourseRescheduled moved(UUID courseId, Venue venue, @Nullable Boolean online) {
        return new CourseRescheduled(
                courseId,
                List.of(new Section(1, STARTS_ON, LocalDate.of(2027, 3, 11))),
                List.of(MONDAYS),
                venue,
                null,
                null,
                null,
                null,
                online);
    }

    /** Requested and tested, with the profile: ready to wait. */
    public UUID refer(LocalDate registeredOn) {
        return refer(registeredOn, List.of());
    }

    public UUID refer(LocalDate registeredOn, List<Wish> wishes) {
        UUID referralId = UUID.randomUUID();
        Profile profile = profile(referralId, 1);
        say(request(referralId, registeredOn, wishes, profile));
        say(profile);
        say(test(referralId));
        return referralId;
    }

    static ReferralRequested request(
            UUID referralId, LocalDate registeredOn, List<Wish> wishes, Profile profile) {
        return new ReferralRequested(
                referralId,
                UUID.randomUUID(),
                "jobcenter-stadt",
                LegalBasis.ENTITLED_44_1,
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2027, 10, 1),
                registeredOn,
                wishes,
                false,
                profile.commitment());
    }

    static PlacementTestRecorded test(UUID referralId) {
        return new PlacementTestRecorded(
                referralId, LocalDate.of(2026, 11, 20), CourseType.GENERAL, 1, false);
    }

    static Profile profile(UUID referralId, long version) {
        return new Profile(
                referralId,
                version,
                "00ff",
                Gender.FEMALE,
                AgeBand.FROM_27_TO_39,
                "03404000",
                NationalityGroup.OTHER,
                List.of("ar"),
                false,
                false,
                List.of());
    }

    static Envelope envelope(PublicEvent event, long sequence) {
        return new Envelope(
                UUID.randomUUID(),
                "/kim/somebody",
                sequence,
                HandClock.MONDAY,
                "c",
                "c",
                "jobcenter-stadt",
                event);
    }
}
