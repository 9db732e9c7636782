package de.kim.catalog.read;

import de.kim.catalog.write.ProviderHistory;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code provider_view} and {@code admission_view}, in the unit of work of the event. */
@Component
@ProcessingGroup(CourseProjection.NAME)
public class ProviderProjection {
    private final JdbcClient jdbc;

    public ProviderProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void project(ProviderHistory event, @SequenceNumber long sequence) {
        switch (event) {
            case ProviderHistory.Admitted it -> admitted(it, sequence);
            case ProviderHistory.AdmissionEnded it -> ended(it, sequence);
        }
    }

    private void admitted(ProviderHistory.Admitted it, long sequence) {
        jdbc.sql(
                        """
                        insert into provider_view (provider_id, version, name) values (?, ?, ?)
                        on conflict (provider_id)
                        do update set version = excluded.version, name = excluded.name
                        """)
                .params(it.providerId(), sequence, it.name())
                .update();
        String[] types = it.courseTypes().stream().map(Enum::name).toArray(String[]::new);
        jdbc.sql(
                        """
                        insert into admission_view
                            (provider_id, course_types, kind, valid_from, valid_until, online,
                            area)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(it.providerId(), types, it.kind().name(), it.from(), it.until())
                .param(it.online())
                .param(it.area() == null ? null : it.area().toArray(String[]::new))
                .update();
    }

    private void ended(ProviderHistory.AdmissionEnded it, long sequence) {
        jdbc.sql("delete from admission_view where provider_id = ? and valid_from > ?")
                .params(it.providerId(), it.endedOn())
                .update();
        jdbc.sql(
                        """
                        update admission_view set valid_until = ?, end_reason = ?
                        where provider_id = ? and valid_until >= ?
                        """)
                .params(it.endedOn(), it.reason().name(), it.providerId(), it.endedOn())
                .update();
        jdbc.sql("update provider_view set version = ? where provider_id = ?")
                .params(sequence, it.providerId())
                .update();
    }
}
