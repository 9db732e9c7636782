package de.kim.kit.testing;

import de.kim.kit.refusal.Refusal;
import de.kim.kit.refusal.Refused;
import org.hamcrest.CustomTypeSafeMatcher;

/** A command was refused with this code. */
public final class RefusedWith extends CustomTypeSafeMatcher<Refused> {
    private final Refusal refusal;

    private RefusedWith(Refusal refusal) {
        super("refused with " + refusal);
        this.refusal = refusal;
    }

    public static RefusedWith refused(Refusal refusal) {
        return new RefusedWith(refusal);
    }

    @Override
    protected boolean matchesSafely(Refused refused) {
        return refused.refusal() == refusal;
    }
}
