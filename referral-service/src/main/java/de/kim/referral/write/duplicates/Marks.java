package de.kim.referral.write.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a person may be known again.
 *
 * @param fileNumber as the referring body writes it
 * @param centralNumber of the AZR (12 digits) or the BAMF (10)
 */
public record Marks(
        String surname,
        String firstName,
        LocalDate birthDate,
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
                marks.add(new Mark(MarkKind.FILE_NUMBER, plain + " " + birthDate));
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

    private List<Mark> named() {
        List<String> first = Spelling.names(firstName);
        List<String> all =
                Stream.concat(first.stream(), Spelling.names(surname).stream()).sorted().toList();
        List<Mark> marks = new ArrayList<>();
        if (!all.isEmpty()) {
            MarkKind kind = isRough(birthDate) ? MarkKind.NAME_ROUGH_DATE : MarkKind.NAME;
            marks.add(new Mark(kind, String.join("", all) + " " + birthDate));
            marks.add(
                    new Mark(
                            MarkKind.NAME_AND_YEAR,
                            String.join("", all) + " " + birthDate.getYear()));
            pairs(all.stream().map(Sound::of).distinct().sorted().limit(MOST_NAMES).toList())
                    .map(pair -> new Mark(MarkKind.SOUND, pair + " " + eitherWayRound(birthDate)))
                    .forEach(marks::add);
        }
        if (!first.isEmpty()) {
            String sound = Sound.of(first.getFirst());
            marks.add(new Mark(MarkKind.FIRST_NAME, sound + " " + birthDate));
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

    /** Offices enter the first of January where the day is not known, and many people have it. */
    private static boolean isRough(LocalDate born) {
        return born.getDayOfYear() == 1;
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
