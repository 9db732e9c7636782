package de.kim.rules;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.events.Wish;
import de.kim.rules.InvalidRound.Code;
import de.kim.rules.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link KeptInput} wrote. It need not judge every word: what it understood is written
 * again, and anything but the same bytes is refused.
 */
final class CanonicalInputReader {
    /** What the form leaves out because no rule uses it. */
    private static final String LEFT_OUT = "";

    private final List<CourseTypeRule> courseTypes = new ArrayList<>();
    private final List<LegalBasisRule> legalBases = new ArrayList<>();
    private final List<Municipality> municipalities = new ArrayList<>();
    private final List<Admission> admissions = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<UUID, Hash> erased = new HashMap<>();
    private final List<Assignment> fixed = new ArrayList<>();
    private @Nullable LocalDate heldOn;
    private @Nullable Rulebook head;

    private CanonicalInputReader() {}

    static KeptInput read(byte[] bytes) {
        KeptInput input;
        try {
            input = new CanonicalInputReader().input(bytes);
        } catch (InvalidRound e) {
            throw e;
        } catch (RuntimeException e) {
            // of a number, a day, a name or an id that is none, or of a line that ends too early
            throw notCanonical("a word cannot be read");
        }
        if (!Arrays.equals(input.canonicalBytes(), bytes)) {
            throw notCanonical("the same input is written otherwise");
        }
        return input;
    }

    private static InvalidRound notCanonical(String detail) {
        return new InvalidRound(Code.NOT_CANONICAL, detail);
    }

    private KeptInput input(byte[] bytes) {
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                // one byte, one character: whatever is not ASCII comes out otherwise
                line(new Words(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1)));
                from = at + 1;
            }
        }
        LocalDate day = heldOn;
        Rulebook rules = head;
        if (day == null || rules == null) {
            throw notCanonical("no day or no rulebook");
        }
        RoundInput known =
                new RoundInput(
                        day,
                        new Rulebook(
                                rules.version(),
                                rules.algorithmVersion(),
                                courseTypes,
                                legalBases,
                                rules.radiusKm(),
                                rules.offerPeriodWorkingDays(),
                                rules.unreachedWorkingDays(),
                                rules.refillDaysBeforeStart(),
                                rules.lateEntryUe(),
                                rules.registrationToStartDays()),
                        people,
                        courses,
                        admissions,
                        municipalities,
                        fixed.stream()
                                .filter(place -> !erased.containsKey(place.referralId()))
                                .toList());
        return new KeptInput(
                known,
                erased,
                fixed.stream().filter(place -> erased.containsKey(place.referralId())).toList());
    }

    private void line(Words words) {
        String kind = words.next();
        switch (kind) {
            case "kim-round-input" -> words.number();
            case "held-on" -> heldOn = LocalDate.parse(words.next());
            case "rulebook" -> head = rulebook(words);
            case "course-type" -> courseTypes.add(courseType(words));
            case "legal-basis" -> legalBases.add(legalBasis(words));
            case "municipality" -> municipalities.add(municipality(words));
            case "admission" -> admissions.add(admission(words));
            case "course" -> courses.add(course(words));
            case "person" -> people.add(person(words));
            case "erased" -> erased(words);
            case "fixed" -> fixed.add(fixed(words));
            default -> throw notCanonical("a line of an unknown kind");
        }
    }

    private static Rulebook rulebook(Words words) {
        return new Rulebook(
                words.number("version"),
                words.number("algorithm"),
                List.of(),
                List.of(),
                words.number("radius-km"),
                words.number("offer-working-days"),
                words.number("unreached-working-days"),
                words.number("refill-days"),
                words.number("late-entry-ue"),
                words.number("start-days"));
    }

    private static Assignment fixed(Words words) {
        return new Assignment(
                UUID.fromString(words.next()),
                UUID.fromString(words.value("course")),
                words.number("section"));
    }

    private void erased(Words words) {
        UUID referral = UUID.fromString(words.next());
        if (erased.put(referral, Hash.ofHex(words.value("leaf"))) != null) {
            throw new InvalidRound(Code.DUPLICATE_PERSON, referral.toString());
        }
    }

    private static CourseTypeRule courseType(Words words) {
        return new CourseTypeRule(
                CourseType.valueOf(words.next()),
                words.number("sections"),
                words.number("max"),
                words.number("min"),
                orNull(words.value("begun-from"), LocalDate::parse),
                orNull(words.value("begun-before"), LocalDate::parse),
                orNull(words.value("under-age"), Integer::valueOf));
    }

    private static LegalBasisRule legalBasis(Words words) {
        return new LegalBasisRule(
                LegalBasis.valueOf(words.next()),
                words.bool("obliged"),
                words.bool("priority"),
                orNull(words.value("no-new-since"), LocalDate::parse),
                orNull(words.value("from-age"), Integer::valueOf));
    }

    private static Municipality municipality(Words words) {
        String key = words.next();
        int[] at = point(words);
        return new Municipality(key, LEFT_OUT, at[0], at[1]);
    }

    private static Admission admission(Words words) {
        String provider = unescaped(words.next());
        LocalDate from = words.date("from");
        LocalDate until = words.date("until");
        return new Admission(
                provider, list(words.value("types"), CourseType::valueOf), from, until);
    }

    private static Course course(Words words) {
        UUID id = UUID.fromString(words.next());
        String provider = unescaped(words.value("provider"));
        CourseType type = CourseType.valueOf(words.value("type"));
        int version = words.number("version");
        boolean open = words.bool("open");
        int free = words.number("free");
        boolean childcare = words.bool("childcare");
        boolean womenOnly = words.bool("women-only");
        boolean online = words.bool("online");
        boolean accessible = words.bool("accessible");
        int[] at = point(words);
        List<WeeklyTime> times = list(words.value("times"), CanonicalInputReader::time);
        List<Section> sections = list(words.value("sections"), CanonicalInputReader::section);
        return new Course(
                id,
                provider,
                type,
                sections,
                times,
                new Venue(LEFT_OUT, at[0], at[1], accessible),
                childcare,
                womenOnly,
                online,
                free,
                version,
                open);
    }

    private static Person person(Words words) {
        UUID referral = UUID.fromString(words.next());
        UUID pseudonym = UUID.fromString(words.value("pseudonym"));
        LocalDate registered = words.date("registered");
        CourseType type = CourseType.valueOf(words.value("type"));
        int section = words.number("section");
        AgeBand age = AgeBand.valueOf(words.value("age"));
        Gender gender = Gender.valueOf(words.value("gender"));
        boolean childcare = words.bool("childcare");
        boolean accessibility = words.bool("accessibility");
        String municipality = words.value("municipality");
        boolean lostPlace = words.bool("lost-place");
        String lottery = words.value("lottery");
        HeldPlace held = orNull(words.value("held"), CanonicalInputReader::held);
        boolean onlyWishes = words.bool("only-wishes");
        List<Wish> wishes = list(words.value("wishes"), CanonicalInputReader::wish);
        List<Entitlement> entitlements =
                list(words.value("entitlements"), CanonicalInputReader::entitlement);
        List<WeeklyTime> available = list(words.value("available"), CanonicalInputReader::time);
        List<DeclinedCourse> declined =
                list(words.value("declined"), CanonicalInputReader::declined);
        List<UUID> expired = list(words.value("expired"), UUID::fromString);
        String salt = orNull(words.value("salt"), Function.identity());
        return new Person(
                referral,
                pseudonym,
                entitlements,
                registered,
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
                new HashSet<>(declined),
                new HashSet<>(expired),
                lottery,
                held,
                salt);
    }

    private static HeldPlace held(String text) {
        int colon = text.indexOf(':');
        return new HeldPlace(
                UUID.fromString(text.substring(0, colon)),
                Integer.parseInt(text.substring(colon + 1)));
    }

    private static Wish wish(String text) {
        int colon = text.indexOf(':');
        return new Wish(
                unescaped(text.substring(0, colon)),
                orNull(text.substring(colon + 1), UUID::fromString));
    }

    private static Entitlement entitlement(String text) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        return new Entitlement(
                LegalBasis.valueOf(text.substring(0, colon)),
                LocalDate.parse(text.substring(colon + 1, slash)),
                orNull(text.substring(slash + 1), LocalDate::parse));
    }

    private static DeclinedCourse declined(String text) {
        HeldPlace place = held(text);
        return new DeclinedCourse(place.courseId(), place.section());
    }

    private static WeeklyTime time(String text) {
        int colon = text.indexOf(':');
        int dash = text.indexOf('-');
        return new WeeklyTime(
                DayOfWeek.of(Integer.parseInt(text.substring(0, colon))),
                minute(text.substring(colon + 1, dash)),
                minute(text.substring(dash + 1)));
    }

    private static LocalTime minute(String text) {
        int minute = Integer.parseInt(text);
        return LocalTime.of(minute / 60, minute % 60);
    }

    private static Section section(String text) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        return new Section(
                Integer.parseInt(text.substring(0, colon)),
                LocalDate.parse(text.substring(colon + 1, slash)),
                LocalDate.parse(text.substring(slash + 1)));
    }

    private static int[] point(Words words) {
        String at = words.value("at");
        int comma = at.indexOf(',');
        return new int[] {
            Integer.parseInt(at.substring(0, comma)), Integer.parseInt(at.substring(comma + 1))
        };
    }

    private static <T> @Nullable T orNull(String text, Function<String, T> reading) {
        return text.equals("none") ? null : reading.apply(text);
    }

    /** Read one by one, so that a line of nothing but commas ends at the first. */
    private static <T> List<T> list(String text, Function<String, T> reading) {
        List<T> list = new ArrayList<>();
        for (int from = 0; !text.isEmpty() && from <= text.length(); ) {
            int comma = text.indexOf(',', from);
            int end = comma < 0 ? text.length() : comma;
            list.add(reading.apply(text.substring(from, end)));
            from = end + 1;
        }
        return list;
    }

    private static String unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '%') {
                bytes.write(Integer.parseInt(text, at + 1, at + 3, 16));
                at += 2;
            } else {
                bytes.write(text.charAt(at));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The words of one line. */
    private static final class Words {
        private final String line;
        private int at;

        Words(String line) {
            this.line = line;
        }

        String next() {
            int space = line.indexOf(' ', at);
            int end = space < 0 ? line.length() : space;
            String word = line.substring(at, end);
            at = end + 1;
            return word;
        }

        String value(String name) {
            String word = next();
            int equals = word.indexOf('=');
            if (!word.substring(0, equals).equals(name)) {
                throw notCanonical("another word than " + name);
            }
            return word.substring(equals + 1);
        }

        int number() {
            return Integer.parseInt(next());
        }

        int number(String name) {
            return Integer.parseInt(value(name));
        }

        boolean bool(String name) {
            return Boolean.parseBoolean(value(name));
        }

        LocalDate date(String name) {
            return LocalDate.parse(value(name));
        }
    }
}
