package de.kim.catalog.read;

import de.kim.catalog.write.Admissions;
import de.kim.events.AdmissionEnd;
import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The providers and what they are admitted for. */
@Repository
public class Providers implements Admissions {
    private final JdbcClient jdbc;

    public Providers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean admitted(String providerId, CourseType courseType, LocalDate on) {
        return jdbc.sql(
                        """
                        select exists (select from admission_view
                            where provider_id = ? and ? = any(course_types)
                            and ? between valid_from and valid_until)
                        """)
                .params(providerId, courseType.name(), on)
                .query(Boolean.class)
                .single();
    }

    /** The first admitted first, those after the number. */
    public List<ProviderView> after(long number, int rows) {
        return jdbc.sql("select * from provider_view where number > ? order by number limit ?")
                .params(number, rows)
                .query(this::view)
                .list();
    }

    private ProviderView view(ResultSet row, int index) throws SQLException {
        String providerId = row.getString("provider_id");
        return new ProviderView(
                providerId, row.getLong("number"), row.getString("name"), admissions(providerId));
    }

    private List<ProviderView.Admission> admissions(String providerId) {
        return jdbc.sql(
                        """
                        select * from admission_view where provider_id = ?
                        order by valid_from, valid_until
                        """)
                .param(providerId)
                .query(Providers::admission)
                .list();
    }

    private static ProviderView.Admission admission(ResultSet row, int index) throws SQLException {
        String[] types = (String[]) row.getArray("course_types").getArray();
        String ended = row.getString("end_reason");
        return new ProviderView.Admission(
                Arrays.stream(types).map(CourseType::valueOf).toList(),
                AdmissionKind.valueOf(row.getString("kind")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                ended == null ? null : AdmissionEnd.valueOf(ended));
    }
}
