package de.kim.catalog.read;

import de.kim.events.CourseType;

/** The course types in the words of the regulation (IntV §§ 10–14). */
final class CourseTypeNames {
    private CourseTypeNames() {}

    static String german(CourseType type) {
        return switch (type) {
            case GENERAL -> "Allgemeiner Integrationskurs";
            case INTENSIVE -> "Intensivkurs";
            case LITERACY -> "Alphabetisierungskurs";
            case SECOND_SCRIPT -> "Zweitschriftlernerkurs";
            case LOW_LITERACY -> "Kurs für gering Literalisierte";
            case SPECIAL_SUPPORT -> "Förderkurs";
            case SENSORY -> "Kurs bei Sinnesbeeinträchtigung";
            case YOUTH -> "Jugendintegrationskurs";
            case PARENTS -> "Elternintegrationskurs";
            case WOMEN -> "Frauenintegrationskurs";
            case REPEAT -> "Wiederholerkurs";
        };
    }
}
