package de.kim.catalog.read;

import de.kim.catalog.write.Admissions;
import de.kim.catalog.write.ProviderContact;
import de.kim.events.AdmissionEnd;
import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The providers and what they are admitted for. */
@Repository
public class Providers implements Admissions {
    private static final String SELECT =
            "select * from provider_view left join provider_contact using (provider_id) ";

    private final JdbcClient jdbc;

    public Providers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Admissions.Admission> holding(
            String providerId, CourseType courseType, LocalDate on) {
        return jdbc.sql(
                        """
                        select coalesce(online, true) online, coalesce(area, '{}') area from admission_view
                        where provider_id = ? and ? = any(course_types)
                        and ? between valid_from and valid_until
                        """)
                .params(providerId, courseType.name(), on)
                .query(
                        (row, i) ->
                                new Admissions.Admission(
                                        row.getBoolean("online"), texts(row, "area")))
                .list();
    }

    /** The first admitted first, those after the number. */
    public List<ProviderView> after(long number, int rows) {
        return jdbc.sql(SELECT + "where number > ? order by number limit ?")
                .params(number, rows)
                .query(this::view)
                .list();
    }

    private ProviderView view(ResultSet row, int index) throws SQLException {
        String providerId = row.getString("provider_id");
        return new ProviderView(
                providerId,
                row.getLong("number"),
                row.getString("name"),
                contact(row),
                admissions(providerId));
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
        String ended = row.getString("end_reason");
        return new ProviderView.Admission(
                texts(row, "course_types").stream().map(CourseType::valueOf).toList(),
                AdmissionKind.valueOf(row.getString("kind")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                ended == null ? null : AdmissionEnd.valueOf(ended),
                row.getObject("online", Boolean.class),
                row.getArray("area") == null ? List.of() : texts(row, "area"));
    }

    private static @Nullable ProviderContact contact(ResultSet row) throws SQLException {
        return row.getString("said_by") == null
                ? null
                : new ProviderContact(
                        row.getString("phone"), row.getString("email"), row.getString("website"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
