package de.kim.notification;

import de.kim.kit.testing.AccessTable;
import de.kim.kit.testing.AccessTable.Call;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gets what: docs/access/notification-service.md. */
class AccessTest extends Telling {
    @Autowired private ApplicationContext context;

    @Test
    void everybody_gets_what_the_approved_table_says() {
        prefers("de", address);
        say(offered());
        String link = link(onlyMail());
        String id = column("message_id || ''").getFirst();
        new AccessTable("notification-service", context, port)
                .call("GET /api/messages", () -> Call.list("/api/messages", referral.toString()))
                .call(
                        "POST /api/messages/{messageId}/posted",
                        () ->
                                Call.post(
                                        "/api/messages/" + id + "/posted",
                                        "{\"postedOn\":\"2026-11-23\"}"))
                .call(
                        "POST /api/messages/{messageId}/returned",
                        () -> Call.post("/api/messages/" + id + "/returned", "{}"))
                .call("GET /api/mailbox", () -> Call.get("/api/mailbox"))
                .call("POST /api/mailbox", () -> Call.post("/api/mailbox", "{}"))
                .call("POST /sms/reports", () -> Call.post("/sms/reports", "{}"))
                .call("GET /m/{token}", () -> Call.get(link))
                .call("POST /m/{token}", () -> Call.post(link.replaceAll("\\?.*", ""), "{}"))
                .call(
                        "GET /m/{token}/course.ics",
                        () -> Call.get(link.replaceAll("\\?.*", "") + "/course.ics"))
                .check();
    }
}
