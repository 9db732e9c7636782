package de.kim.simulator;

/** How large a piece of the country is invented. Sources: docs/simulator.md. */
public enum Scope {
    /** Stadt and Landkreis Osnabrück: real reference points, 6.6 % of the Land's figures. */
    DISTRICT(2_080, 105, 1, 35, 11),
    /** A Land like Niedersachsen 2023: 31,600 people, 1,600 courses. */
    LAND(31_600, 1_600, 45, 21, 4),
    /** Germany: 363,000 people (2023), 20,000 courses (2024), 1,600 providers. */
    GERMANY(363_000, 20_000, 400, 27, 4);

    final int people;
    final int courses;
    final int districts;
    final int municipalities;
    final int providers;

    /**
     * @param people registering a year
     * @param courses beginning a year
     * @param municipalities in each district
     * @param providers in each district
     */
    Scope(int people, int courses, int districts, int municipalities, int providers) {
        this.people = people;
        this.courses = courses;
        this.districts = districts;
        this.municipalities = municipalities;
        this.providers = providers;
    }
}
