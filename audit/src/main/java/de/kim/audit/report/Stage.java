package de.kim.audit.report;

import java.util.List;
import java.util.function.Predicate;

/** The steps of the funnel; a referral that got to one is counted there whatever came later. */
enum Stage {
    REFERRED(subject -> true),
    TESTED(Subject::isTested),
    OFFERED(Subject::isOffered),
    ACCEPTED(Subject::isAccepted),
    STARTED(Subject::isStarted),
    COMPLETED(Subject::isCompleted);

    private final Predicate<Subject> reached;

    Stage(Predicate<Subject> reached) {
        this.reached = reached;
    }

    /** The steps from which a clock runs to this one. */
    static List<Stage> beforeIt(Stage stage) {
        return switch (stage) {
            case REFERRED, TESTED, COMPLETED -> List.of();
            case OFFERED -> List.of(REFERRED);
            case ACCEPTED -> List.of(OFFERED);
            case STARTED -> List.of(REFERRED, ACCEPTED);
        };
    }

    Predicate<Subject> reached() {
        return reached;
    }

    int count(List<Subject> subjects) {
        return (int) subjects.stream().filter(reached).count();
    }
}
