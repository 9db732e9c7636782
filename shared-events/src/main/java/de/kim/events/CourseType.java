package de.kim.events;

/**
 * The course types of the integration course regulation (IntV §§ 10–14); validity dates and group
 * sizes are data of the {@link Rulebook}.
 */
public enum CourseType {
    /** 600 + 100 UE. */
    GENERAL("Allgemeiner Integrationskurs"),
    /** 400 + 100 UE. */
    INTENSIVE("Intensivkurs"),
    /** 900 + 100 UE. */
    LITERACY("Alphabetisierungskurs"),
    /** 900 + 100 UE. */
    SECOND_SCRIPT("Zweitschriftlernerkurs"),
    /** 900 + 100 UE, from 2025-05-01. */
    LOW_LITERACY("Kurs für gering Literalisierte"),
    /** 900 + 100 UE. */
    SPECIAL_SUPPORT("Förderkurs"),
    /** 900 + 100 UE. */
    SENSORY("Kurs bei Sinnesbeeinträchtigung"),
    /** Only courses begun before 2025-05-01. */
    YOUTH("Jugendintegrationskurs"),
    /** Only courses begun before 2025-05-01. */
    PARENTS("Elternintegrationskurs"),
    /** Only courses begun before 2025-05-01. */
    WOMEN("Frauenintegrationskurs"),
    /** 300 UE. */
    REPEAT("Wiederholerkurs");

    private final String germanName;

    CourseType(String germanName) {
        this.germanName = germanName;
    }

    /** The official German name, which stands on every paper about the course. */
    public String germanName() {
        return germanName;
    }
}
