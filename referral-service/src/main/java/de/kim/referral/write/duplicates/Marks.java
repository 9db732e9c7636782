package de.kim.referral.write.duplicates;

import de.kim.kit.web.input.BirthDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a person may be known again. Whoever has one name only has either of the two.
 *
 * @param fileNumber as the referring body writes it
 * @param centralNumber of the AZR (12 digits) or the BAMF (10)
 */
public record Marks(
        @Nullable String surname,
        @Nullable String firstName,
        BirthDate birthDate,
        @Nullable String fileNumber,
        @Nullable String centralNumber) {
    private static final int AZR_DIGITS = 12;

    /** More names than these make no more pairs: whoever has ten would have forty-five. */
    private static final int MOST_NAMES = 5;

    public List<Mark> all() {
        List<Mark> marks = new ArrayList<>(named());
        if (fileNumber != null) {
            String plain = Spelling.latin(fileNumber).replaceAll("[^a-z0-9]", "");
            if (!plain.isEmpty()) {
                marks.add(new Mark(MarkKind.FILE_NUMBER, plain + " " + born()));
            }
        }
        if (centralNumber != null) {
            marks.add(central(centralNumber));
        }
        return marks;
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "Marks[]";
    }

    private static Mark central(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        boolean azr = digits.length() == AZR_DIGITS;
        return new Mark(azr ? MarkKind.AZR_NUMBER : MarkKind.BAMF_NUMBER, digits);
    }

    /** Other offices enter the first day for an unknown one: by it the person is found there. */
    private LocalDate born() {
        return birthDate.earliest();
    }

    private static List<String> names(@Nullable String text) {
        return text == null ? List.of() : Spelling.names(text);
    }

    private List<Mark> named() {
        LocalDate born = born();
        List<String> first = names(firstName);
        List<String> all = Stream.concat(first.stream(), names(surname).stream()).sorted().toList();
        List<Mark> marks = new ArrayList<>();
        if (!all.isEmpty()) {
            MarkKind kind = isRough(all) ? MarkKind.NAME_ROUGH_DATE : MarkKind.NAME;
            marks.add(new Mark(kind, String.join("", all) + " " + born));
            marks.add(
                    new Mark(MarkKind.NAME_AND_YEAR, String.join("", all) + " " + born.getYear()));
            pairs(all.stream().map(Sound::of).distinct().sorted().limit(MOST_NAMES).toList())
                    .map(pair -> new Mark(MarkKind.SOUND, pair + " " + eitherWayRound(born)))
                    .forEach(marks::add);
        }
        if (!first.isEmpty()) {
            String sound = Sound.of(first.getFirst());
            marks.add(new Mark(MarkKind.FIRST_NAME, sound + " " + born));
        }
        return marks;
    }

    /** Whoever has one name only makes a pair with nobody. */
    private static Stream<String> pairs(List<String> sounds) {
        if (sounds.size() == 1) {
            return sounds.stream();
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i++) {
            for (int j = i + 1; j < sounds.size(); j++) {
                pairs.add(sounds.get(i) + "+" + sounds.get(j));
            }
        }
        return pairs.stream();
    }

    /**
     * Too little to be sure: the day is not known, or it is the first of January, which offices
     * enter then and many people have; or there is one name only.
     */
    private boolean isRough(List<String> names) {
        return !birthDate.isExact() || born().getDayOfYear() == 1 || names.size() == 1;
    }

    private static String eitherWayRound(LocalDate born) {
        int day = born.getDayOfMonth();
        int month = born.getMonthValue();
        return String.format(
                Locale.ROOT,
                "%d-%02d-%02d",
                born.getYear(),
                Math.min(day, month),
                Math.max(day, month));
    }
}
