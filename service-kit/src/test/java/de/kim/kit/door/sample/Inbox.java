package de.kim.kit.door.sample;

import de.kim.events.Envelope;
import de.kim.events.PlacesChanged;
import de.kim.events.Profile;
import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down every event it hears, as often as it hears it. */
@Component
public class Inbox implements InDoor {
    /** What a test wants to happen as well. */
    public volatile BiConsumer<PublicEvent, Envelope> also = (event, envelope) -> {};

    private final JdbcTemplate jdbc;

    Inbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.COURSES, Topic.REFERRALS, Topic.PROFILES);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        note(
                envelope.source(),
                envelope.subject(),
                envelope.sequence(),
                envelope.id(),
                event instanceof PlacesChanged changed
                        ? "places " + changed.places()
                        : envelope.type(),
                envelope);
        also.accept(event, envelope);
        return event instanceof PlacesChanged ? Heard.HANDLED : Heard.IGNORED;
    }

    @Override
    public void profile(Profile profile) {
        String subject = profile.referralId().toString();
        note("profile", subject, profile.version(), profile.referralId(), "profile", null);
    }

    @Override
    public void profileErased(UUID referralId) {
        note("profile", referralId.toString(), 0, referralId, "erased", null);
    }

    private void note(
            String source,
            String subject,
            long sequence,
            UUID id,
            String what,
            @Nullable Envelope envelope) {
        jdbc.update(
                "insert into heard (source, subject, sequence, event_id, what, causation,"
                        + " correlation, body) values (?, ?, ?, ?, ?, ?, ?, ?)",
                source,
                subject,
                sequence,
                id,
                what,
                envelope == null ? "" : envelope.causationId(),
                envelope == null ? "" : envelope.correlationId(),
                envelope == null ? null : envelope.body());
    }
}
