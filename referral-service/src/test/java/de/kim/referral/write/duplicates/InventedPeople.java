package de.kim.referral.write.duplicates;

import de.kim.kit.web.input.BirthDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * People whom nobody knows, and how offices write them down: first names as they are common, in the
 * spellings that are met; surnames of invented syllables; the same for the same seed.
 */
final class InventedPeople {
    /** One name each, as offices write it, the most frequent names first. */
    static final String[][] FIRST_NAMES = {
        {"Mohammed", "Muhammad", "Mohamed", "Mohamad", "Muhamed", "محمد"},
        {"Ahmad", "Ahmed", "Achmed", "Ahmet", "أحمد"},
        {"Fatima", "Fatma", "Fatemeh", "Fatimah", "فاطمة"},
        {"Ali", "Aly", "Alí", "علي"},
        {"Oleksandr", "Olexander", "Alexandr", "Oleksander", "Олександр"},
        {"Yusuf", "Youssef", "Jussuf", "Yousef", "Yousuf", "يوسف"},
        {"Olena", "Olenna", "Оlena", "Олена"},
        {"Hussein", "Husein", "Hussain", "Houssein", "حسين"},
        {"Maryam", "Mariam", "Marjam", "Meryem", "مريم"},
        {"Khaled", "Khalid", "Chaled", "Haled", "خالد"},
        {"Abdulrahman", "Abdul Rahman", "Abdelrahman", "Abd al-Rahman"},
        {"Zainab", "Zaynab", "Zeynab", "Seinab", "زينب"},
        {"Serhii", "Serhij", "Sergii", "Serhiy", "Сергій"},
        {"Amina", "Aminah", "Ameena", "أمينة"},
        {"Iryna", "Irina", "Iryna", "Ірина"},
        {"Omar", "Umar", "Omer", "عمر"},
        {"Yuliia", "Julija", "Yulia", "Julia", "Юлія"},
        {"Ibrahim", "Ebrahim", "Ibraheem", "إبراهيم"},
        {"Aisha", "Aischa", "Ayşa", "Aicha", "عائشة"},
        {"Mykola", "Mikola", "Nykola", "Микола"},
        {"Hassan", "Hasan", "Hassane", "حسن"},
        {"Jamila", "Djamila", "Dschamila", "Jameela", "جميلة"},
        {"Dmytro", "Dmitro", "Dmytró", "Дмитро"},
        {"Noor", "Nour", "Nur", "Nuur", "نور"},
        {"Samir", "Sameer", "Samier", "سمير"},
        {"Kateryna", "Katerina", "Katerÿna", "Катерина"},
        {"Rashid", "Raschid", "Rachid", "Rasheed", "رشيد"},
        {"Shirin", "Schirin", "Chirine", "شیرین"},
        {"Tesfaye", "Tesfay", "Tesfaje"},
        {"Jürgen", "Juergen", "Jurgen"},
        {"Zoë", "Zoe", "Zoé"},
        {"Ömer", "Oemer", "Omer"},
        {"Bogdan", "Bohdan", "Богдан"},
        {"Natalia", "Nataliya", "Natalja", "Наталія"},
        {"Selam", "Selaam", "Sälam"},
        {"Leila", "Layla", "Lejla", "Laila", "ليلى"},
        {"Qasim", "Kasim", "Qassem", "Kassim", "قاسم"},
        {"Viktoriia", "Viktoria", "Victoria", "Вікторія"},
        {"Tariq", "Tarek", "Tarik", "طارق"},
        {"Hamza", "Hamsa", "Hamzah", "حمزة"},
    };

    private static final String[] ONSETS = {
        "B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Z", "Sch", "Kh",
        "Dr", "Kr", "St", "W", "J", "Ch", "Br"
    };
    private static final String[] RIMES = {
        "a", "e", "i", "o", "u", "an", "or", "il", "un", "ek", "ar", "im", "ö", "ü", "al", "ot",
        "ei"
    };
    private static final String[] ENDINGS = {
        "", "", "ko", "wa", "di", "ri", "man", "ss", "ß", "ni", "tov", "zadeh", "oğlu", "nen"
    };
    private static final String[] ARTICLES = {"Al-", "Al ", "El-", "El ", "al"};
    private static final int SURNAMES = 9_000;
    private static final LocalDate OLDEST = LocalDate.of(1956, 1, 1);
    private static final int DAYS = 19_000;

    private final Random random;
    private final List<String> surnames;

    InventedPeople(long seed) {
        random = new Random(seed);
        surnames = IntStream.range(0, SURNAMES).mapToObj(i -> surname()).toList();
    }

    /**
     * One person.
     *
     * @param first which of the first names
     * @param second a second one, or -1
     */
    record Invented(
            int first,
            int second,
            String surname,
            boolean article,
            LocalDate born,
            String file,
            String central) {}

    /** What the variant of a person's second referral is. */
    enum Variant {
        AS_BEFORE,
        OTHER_SPELLING_OF_THE_FIRST_NAME,
        WITHOUT_UMLAUTS,
        HYPHEN_OR_ARTICLE,
        SWAPPED_NAMES,
        SECOND_NAME_LEFT_OUT,
        TYPO,
        DAY_AND_MONTH_SWAPPED,
        UNKNOWN_DAY,
        OTHER_DATE,
        SURNAME_CHANGED
    }

    /** One referral of a person. */
    record Referral(int person, @Nullable Variant variant, Marks marks) {}

    /** So many people, of whom one in six is referred twice; in the order of their coming. */
    List<Referral> referrals(int people) {
        List<Referral> referrals = new ArrayList<>();
        Invented before = invent();
        for (int i = 0; i < people; i++) {
            Invented person = random.nextInt(100) == 0 ? twin(before) : invent();
            before = person;
            referrals.add(new Referral(i, null, marks(written(person, 0), person)));
            if (random.nextInt(6) == 0) {
                Variant variant = variant(person);
                referrals.add(new Referral(i, variant, second(person, variant)));
            }
        }
        return referrals;
    }

    private Invented invent() {
        return new Invented(
                firstName(),
                random.nextInt(3) == 0 ? firstName() : -1,
                // a few surnames are frequent
                surnames.get((int) (SURNAMES * Math.pow(random.nextDouble(), 1.6))),
                random.nextInt(5) == 0,
                born(),
                "AZ-" + (1000 + random.nextInt(90_000)),
                random.nextInt(3) == 0
                        ? "%07d-475".formatted(random.nextInt(10_000_000))
                        : "%012d".formatted(random.nextLong(1_000_000_000_000L)));
    }

    /** Born on the same day in the same family; offices keep them in one file. */
    private Invented twin(Invented of) {
        int first = (of.first() + 1 + random.nextInt(FIRST_NAMES.length - 1)) % FIRST_NAMES.length;
        String central = of.central().contains("-") ? of.central() : invent().central();
        return new Invented(
                first, of.second(), of.surname(), of.article(), of.born(), of.file(), central);
    }

    private int firstName() {
        return (int) (FIRST_NAMES.length * Math.pow(random.nextDouble(), 1.8));
    }

    /** In one of eight cases nobody knows the day. */
    private LocalDate born() {
        LocalDate day = OLDEST.plusDays(random.nextInt(DAYS));
        return random.nextInt(8) == 0 ? day.withDayOfYear(1) : day;
    }

    private String surname() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            String onset = ONSETS[random.nextInt(ONSETS.length)];
            name.append(i == 0 ? onset : onset.toLowerCase(Locale.ROOT));
            name.append(RIMES[random.nextInt(RIMES.length)]);
        }
        return name + ENDINGS[random.nextInt(ENDINGS.length)];
    }

    private Variant variant(Invented person) {
        int dice = random.nextInt(100);
        if (dice < 38) return Variant.AS_BEFORE;
        if (dice < 58) return Variant.OTHER_SPELLING_OF_THE_FIRST_NAME;
        if (dice < 64) return Variant.WITHOUT_UMLAUTS;
        if (dice < 70) return Variant.HYPHEN_OR_ARTICLE;
        if (dice < 76) return Variant.SWAPPED_NAMES;
        if (dice < 82 && person.second() >= 0) return Variant.SECOND_NAME_LEFT_OUT;
        if (dice < 91) return Variant.TYPO;
        if (dice < 94) return Variant.DAY_AND_MONTH_SWAPPED;
        if (dice < 96) return Variant.UNKNOWN_DAY;
        return dice < 98 ? Variant.OTHER_DATE : Variant.SURNAME_CHANGED;
    }

    /** Surname and first names, as an office writes them. */
    private record Written(String surname, String firstNames, LocalDate born) {}

    private Written written(Invented person, int spelling) {
        String[] spellings = FIRST_NAMES[person.first()];
        String first = spellings[spelling % spellings.length];
        String more = person.second() < 0 ? "" : " " + FIRST_NAMES[person.second()][0];
        String surname = (person.article() ? "Al-" : "") + person.surname();
        return new Written(surname, first + more, person.born());
    }

    private Marks second(Invented person, Variant variant) {
        Written before = written(person, 0);
        String surname = before.surname();
        String first = before.firstNames();
        LocalDate born = before.born();
        Written now =
                switch (variant) {
                    case AS_BEFORE -> before;
                    case OTHER_SPELLING_OF_THE_FIRST_NAME ->
                            written(
                                    person,
                                    1 + random.nextInt(FIRST_NAMES[person.first()].length - 1));
                    case WITHOUT_UMLAUTS ->
                            new Written(
                                    plain(surname).toUpperCase(Locale.ROOT), plain(first), born);
                    case HYPHEN_OR_ARTICLE ->
                            new Written(
                                    ARTICLES[random.nextInt(ARTICLES.length)] + person.surname(),
                                    first.replace(' ', '-'),
                                    born);
                    case SWAPPED_NAMES -> new Written(first, surname, born);
                    case SECOND_NAME_LEFT_OUT ->
                            new Written(surname, FIRST_NAMES[person.first()][0], born);
                    case TYPO ->
                            random.nextBoolean()
                                    ? new Written(typo(surname), first, born)
                                    : new Written(surname, typo(first), born);
                    case DAY_AND_MONTH_SWAPPED -> new Written(surname, first, swapped(born));
                    case UNKNOWN_DAY -> new Written(surname, first, born.withDayOfYear(1));
                    case OTHER_DATE ->
                            new Written(surname, first, born.plusYears(random.nextInt(3) - 4L));
                    case SURNAME_CHANGED -> new Written(surname(), first, born);
                };
        return marks(now, person);
    }

    /** The first office's file is the second's in one of twenty; half know the central number. */
    private Marks marks(Written written, Invented person) {
        String file =
                random.nextInt(20) == 0 ? person.file() : "AZ-" + (1000 + random.nextInt(90_000));
        String central = random.nextBoolean() ? person.central() : null;
        return new Marks(
                written.surname(),
                written.firstNames(),
                BirthDate.of(written.born()),
                file,
                central);
    }

    private static String plain(String name) {
        return name.replace("ö", "oe").replace("ü", "ue").replace("ß", "ss").replace("ğ", "g");
    }

    private static LocalDate swapped(LocalDate born) {
        return born.getDayOfMonth() > 12
                ? born
                : LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    }

    /** One letter is left out, doubled, another one, or changes place with the next. */
    private String typo(String name) {
        int at = random.nextInt(name.length());
        String before = name.substring(0, at);
        String letter = name.substring(at, at + 1);
        String after = name.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> name.length() < 3 ? name + letter : before + after;
            case 1 -> before + letter + letter + after;
            case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
            default ->
                    after.isEmpty()
                            ? name + letter
                            : before + after.charAt(0) + letter + after.substring(1);
        };
    }
}
