package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.PlacementIndex;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody on the way to a place, by the body that referred them. */
@Component
class Placements implements PlacementIndex {
    private final JdbcClient jdbc;

    Placements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void mustBeOf(UUID referralId, Actor actor) {
        boolean known =
                jdbc.sql(
                                """
                                select exists (select from placement
                                    join heard_referral r using (referral_id)
                                    where referral_id = ?
                                        and (?::text is null or r.referring_body = ?))
                                """)
                        .param(referralId)
                        .param(actor.confinedTo())
                        .param(actor.confinedTo())
                        .query(Boolean.class)
                        .single();
        if (!known) {
            throw new Refused(AllocationRefusal.REFERRAL_NOT_FOUND);
        }
    }
}
