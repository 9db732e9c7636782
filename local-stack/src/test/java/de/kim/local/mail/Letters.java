package de.kim.local.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Sends mails as the notification service would. */
public final class Letters {
    private Letters() {}

    public static void send(String smtp, String subject) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", smtp.split(":")[0]);
        properties.setProperty("mail.smtp.port", smtp.split(":")[1]);
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("kim@localhost"));
        message.addRecipient(RecipientType.TO, new InternetAddress("Person@example.org"));
        message.setSubject(subject, "UTF-8");
        message.setText("Ein Platz ist frei.\nمكان متاح", "UTF-8");
        Transport.send(message);
    }
}
