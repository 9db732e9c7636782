package de.kim.notification;

/**
 * A delivery report as mail servers write it (RFC 3464).
 *
 * @param action what became of the mail, such as {@code failed}
 * @param messageId of the mail, as its header has it
 */
public record SampleReport(String action, String messageId) {
    public String text() {
        return """
        From: MAILER-DAEMON@mail.example
        To: bounces@kim.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="part"

        --part
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --part
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example
        Arrival-Date: Mon, 23 Nov 2026 11:00:00 +0100

        Final-Recipient: rfc822; somebody@mail.example
        Action: %s
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 no such mailbox

        --part
        Content-Type: text/rfc822-headers

        From: kim@kim.example
        Message-ID: %s
        Subject: =?UTF-8?Q?Es_gibt_eine_Nachricht?=

        --part--
        """
                .formatted(action, messageId)
                .replace("\n", "\r\n");
    }
}
