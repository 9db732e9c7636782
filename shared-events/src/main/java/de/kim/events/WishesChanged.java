package de.kim.events;

import java.util.List;
import java.util.UUID;

/** The person's wishes, in order. {@code onlyWishes}: offer nothing else. */
@WireName("kim.referrals.wishes-changed.v1")
public record WishesChanged(UUID referralId, List<Wish> wishes, boolean onlyWishes)
        implements ReferralEvent {
    public WishesChanged {
        wishes = List.copyOf(wishes);
    }

    @Override
    public String subject() {
        return referralId.toString();
    }
}
