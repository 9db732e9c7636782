package de.kim.rules;

import de.kim.rules.ThinCourse.Measure;

/**
 * What is said of a thin course and of a proposal, in German and English. The texts are approved in
 * thin-courses.txt.
 */
public final class ThinCourseSentences {
    private ThinCourseSentences() {}

    /** What is wrong with the course, in German. */
    public static String german(ThinCourse course) {
        return "Der Kurs hätte mit einer Verteilrunde von heute %d Personen, nötig sind %d. Für diese Kursart warten %d Personen, die keinen Platz bekämen."
                .formatted(
                        course.participants() + course.wouldJoin(),
                        course.minimum(),
                        course.waiting());
    }

    /** What is wrong with the course, in English. */
    public static String english(ThinCourse course) {
        return "With a round held today the course would have a group of %d; the minimum is %d. Waiting for this type of course, and without a place then: %d."
                .formatted(
                        course.participants() + course.wouldJoin(),
                        course.minimum(),
                        course.waiting());
    }

    /** What could be done, in German. */
    public static String german(Measure measure) {
        return switch (measure) {
            case MERGE -> "Den Kurs mit einem anderen zusammenlegen.";
            case SHIFT -> "Den Kurs später beginnen.";
            case OTHER_SECTION -> "Den Kurs mit einem anderen Abschnitt beginnen.";
        };
    }

    /** What could be done, in English. */
    public static String english(Measure measure) {
        return switch (measure) {
            case MERGE -> "Merge the course with another one.";
            case SHIFT -> "Start the course later.";
            case OTHER_SECTION -> "Start the course with another section.";
        };
    }
}
