package de.kim.rules.violating;

import org.assertj.core.api.Assertions;

/** Violates on purpose: the rules use the JDK only. */
public class UsesALibrary {
    void check(int number) {
        Assertions.assertThat(number).isPositive();
    }
}
