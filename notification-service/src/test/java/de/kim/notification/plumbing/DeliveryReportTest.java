package de.kim.notification.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.notification.SampleReport;
import de.kim.notification.plumbing.DeliveryReport.Bounced;
import de.kim.notification.plumbing.DeliveryReport.Malformed;
import de.kim.notification.plumbing.DeliveryReport.NoNews;
import de.kim.notification.plumbing.DeliveryReport.NoReport;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeliveryReportTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String OURS = "<" + ID + "@kim.example>";
    private static final String FAILED = new SampleReport("failed", OURS).text();

    @Test
    void a_failed_mail_of_ours_bounced() {
        assertThat(read(FAILED)).isEqualTo(new Bounced(ID));
        assertThat(read(new SampleReport(" FAILED ", OURS).text())).isEqualTo(new Bounced(ID));
        assertThat(read(FAILED.replace("text/rfc822-headers", "message/rfc822")))
                .isEqualTo(new Bounced(ID));
    }

    @Test
    void other_actions_and_other_mails_are_no_news() {
        for (String action : new String[] {"delayed", "delivered", "relayed", "expanded", ""}) {
            assertThat(read(new SampleReport(action, OURS).text())).isEqualTo(new NoNews());
        }
        assertThat(read(new SampleReport("failed", "<" + ID + "@other.example>").text()))
                .isEqualTo(new NoNews());
        assertThat(read(new SampleReport("failed", "<1@kim.example>").text()))
                .isEqualTo(new NoNews());
    }

    @Test
    void what_says_that_it_is_a_report_and_is_none_is_malformed() {
        assertThat(read(FAILED.replace("Action:", "Reaction:"))).isEqualTo(new Malformed());
        assertThat(read(FAILED.replace("message/delivery-status", "text/plain")))
                .isEqualTo(new Malformed());
        assertThat(read(FAILED.substring(0, 300))).isEqualTo(new Malformed());
    }

    @Test
    void everything_else_is_no_report() {
        assertThat(read("")).isEqualTo(new NoReport());
        assertThat(read("Subject: Hello\r\n\r\nAction: failed\r\nMessage-ID: " + OURS))
                .isEqualTo(new NoReport());
        assertThat(read(FAILED.replace("delivery-status;", "disposition-notification;")))
                .isEqualTo(new NoReport());
    }

    /** Whatever is cut out, doubled or overwritten: an answer, and never another message's. */
    @Property(tries = 500)
    void no_damage_makes_it_fail(
            @ForAll @IntRange(max = 1200) int from,
            @ForAll @IntRange(max = 200) int length,
            @ForAll byte[] put) {
        byte[] whole = FAILED.getBytes(StandardCharsets.US_ASCII);
        int begin = Math.min(from, whole.length);
        int end = Math.min(begin + length, whole.length);
        byte[] damaged = new byte[begin + put.length + whole.length - end];
        System.arraycopy(whole, 0, damaged, 0, begin);
        System.arraycopy(put, 0, damaged, begin, put.length);
        System.arraycopy(whole, end, damaged, begin + put.length, whole.length - end);
        DeliveryReport report = DeliveryReport.of(damaged, "kim.example");
        if (report instanceof Bounced(UUID messageId)) {
            assertThat(messageId).isEqualTo(ID);
        }
    }

    private static DeliveryReport read(String mail) {
        return DeliveryReport.of(mail.getBytes(StandardCharsets.US_ASCII), "kim.example");
    }
}
