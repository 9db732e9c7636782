package de.kim.notification.read;

/**
 * What an SMS says: that there is news, and where; nothing about the person.
 *
 * @param link where the message is read
 */
public record SmsText(Language language, String link) {
    public String text() {
        return Texts.in(language).say(Text.SMS_TEXT, "link", link);
    }
}
