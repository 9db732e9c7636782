package de.kim.allocation;

import de.kim.allocation.write.Referee;
import de.kim.events.Verdict;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.verify.RoundVerifier;
import java.util.List;

/** The real verifier, until a test wants it to find something. */
public final class HandReferee implements Referee {
    private volatile boolean findsFault;

    public void findFault(boolean finds) {
        findsFault = finds;
    }

    @Override
    public List<Verdict> verify(RoundInput input, RoundOutcome outcome) {
        return findsFault
                ? List.of(new Verdict(RoundVerifier.CAPACITY, false, "planted"))
                : RoundVerifier.verify(input, outcome);
    }
}
