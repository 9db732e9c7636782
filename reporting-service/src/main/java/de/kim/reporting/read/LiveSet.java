package de.kim.reporting.read;

/** The two sets of report tables: one is shown, a rebuild fills the other. */
enum LiveSet {
    A,
    B;

    static LiveSet named(String name) {
        return "a".equals(name) ? A : B;
    }

    LiveSet other() {
        return this == A ? B : A;
    }

    String suffix() {
        return this == A ? "a" : "b";
    }
}
