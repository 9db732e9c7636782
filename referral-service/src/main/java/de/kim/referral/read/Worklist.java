package de.kim.referral.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.kit.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be done, the most urgent first. */
@Repository
class Worklist {
    private final JdbcClient jdbc;

    Worklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One thing to do. Who the person is stands nowhere in it.
     *
     * @param body whose it is
     * @param number that of the referral: the older one first among those due on the same day
     * @param german what to do, for people
     * @param english what to do, for people
     * @param dueOn the last day in time
     * @param since the day from which on it could be done
     */
    record Task(
            UUID referralId,
            @JsonIgnore long number,
            String body,
            TaskKind kind,
            String german,
            String english,
            LocalDate dueOn,
            boolean late,
            LocalDate since) {}

    /**
     * Which part of the list.
     *
     * @param body null: every body's
     * @param kind null: every kind
     * @param until the last due day shown
     */
    record Part(@Nullable String body, @Nullable TaskKind kind, LocalDate until) {}

    /** The last item of the page before. */
    record After(LocalDate dueOn, long number, String kind) {
        static final After NOTHING = new After(LocalDate.EPOCH, 0, "");
    }

    /**
     * Only the conditions that limit are in the statement, so that each form of it has an index
     * whose order is that of the list.
     */
    List<Task> page(Part part, After after, LocalDate today, int rows) {
        StringBuilder sql = new StringBuilder("select * from task where due_on <= ?");
        List<Object> values = new ArrayList<>(List.of(part.until));
        if (part.body != null) {
            sql.append(" and body = ?");
            values.add(part.body);
        }
        if (part.kind != null) {
            sql.append(" and kind = ?");
            values.add(part.kind.name());
        }
        sql.append(" and (due_on, number, kind) > (?, ?, ?)");
        sql.append(" order by due_on, number, kind limit ?");
        values.addAll(List.of(after.dueOn, after.number, after.kind, rows));
        return jdbc.sql(sql.toString()).params(values).query((row, i) -> task(row, today)).list();
    }

    static Cursor cursorAfter(String list, Task last) {
        return Cursor.after(list, last.dueOn.toEpochDay(), last.number, last.kind);
    }

    private static Task task(ResultSet row, LocalDate today) throws SQLException {
        TaskKind kind = TaskKind.valueOf(row.getString("kind"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new Task(
                row.getObject("referral_id", UUID.class),
                row.getLong("number"),
                row.getString("body"),
                kind,
                kind.german(),
                kind.english(),
                dueOn,
                dueOn.isBefore(today),
                row.getObject("since", LocalDate.class));
    }
}
