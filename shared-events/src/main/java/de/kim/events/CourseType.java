package de.kim.events;

/**
 * The course types of the integration course regulation (IntV §§ 10–14); validity dates and group
 * sizes are data of the {@link Rulebook}.
 */
public enum CourseType {
    /** Allgemeiner Integrationskurs, 600 + 100 UE. */
    GENERAL,
    /** Intensivkurs, 400 + 100 UE. */
    INTENSIVE,
    /** Alphabetisierungskurs, 900 + 100 UE. */
    LITERACY,
    /** Zweitschriftlernerkurs, 900 + 100 UE. */
    SECOND_SCRIPT,
    /** Kurs für gering Literalisierte, 900 + 100 UE, from 2025-05-01. */
    LOW_LITERACY,
    /** Förderkurs, 900 + 100 UE. */
    SPECIAL_SUPPORT,
    /** Kurs bei Sinnesbeeinträchtigung, 900 + 100 UE. */
    SENSORY,
    /** Jugendintegrationskurs, only courses begun before 2025-05-01. */
    YOUTH,
    /** Elternintegrationskurs, only courses begun before 2025-05-01. */
    PARENTS,
    /** Frauenintegrationskurs, only courses begun before 2025-05-01. */
    WOMEN,
    /** Wiederholerkurs, 300 UE. */
    REPEAT
}
