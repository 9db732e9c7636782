package de.kim.allocation.read;

import de.kim.events.MessageFailed;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Offers that could not be delivered: shown to the counsellor, who can tell the person. The offer
 * stays live until its five working days are over.
 */
@Component
public class HeardMessages {
    private final JdbcClient jdbc;

    public HeardMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void project(MessageFailed event) {
        UUID offerId = event.offerId();
        if (offerId != null) {
            jdbc.sql(
                            """
                            insert into heard_delivery_failure (offer_id, channel, cause)
                            values (?, ?, ?)
                            on conflict (offer_id) do update
                                set channel = excluded.channel, cause = excluded.cause
                            """)
                    .params(offerId, event.channel().name(), event.cause().name())
                    .update();
        }
    }
}
