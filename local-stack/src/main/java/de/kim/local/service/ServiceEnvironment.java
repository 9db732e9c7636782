package de.kim.local.service;

import de.kim.local.issuer.Realm;
import de.kim.local.mail.MailCatcher;
import de.kim.local.postgres.Databases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every setting of a service: an environment variable, the same on one machine, in containers and
 * in a data centre. docker-compose.yml and docs/operations.md say the same; tests keep them in
 * step.
 */
public enum ServiceEnvironment {
    /** Port the service listens on. */
    SERVER_PORT,
    /** Address it listens on: 127.0.0.1 on one machine, 0.0.0.0 in a container. */
    SERVER_ADDRESS,
    /** JDBC address of its own database, without user and password. */
    KIM_DB_URL,
    /** Role it works as: has what the DDL grants it, and no more. */
    KIM_DB_USER,
    /** Password of that role. */
    KIM_DB_PASSWORD,
    /**
     * Role that owns the tables; used for Flyway's migrations at the start and for nothing else.
     */
    KIM_DB_OWNER_USER,
    /** Password of the owner. */
    KIM_DB_OWNER_PASSWORD,
    /** {@code HOST:PORT} of one or more Kafka brokers, with commas. */
    KIM_KAFKA_BOOTSTRAP,
    /** The OpenID provider: its name in tokens, and where its keys are found. */
    KIM_ISSUER,
    /** What the service signs in as, where it calls another one. */
    KIM_CLIENT_ID,
    /** Secret of that client. */
    KIM_CLIENT_SECRET,
    /** Host of the SMTP server. */
    KIM_SMTP_HOST,
    /** Port of the SMTP server. */
    KIM_SMTP_PORT,
    /** Address in the From of every mail. */
    KIM_MAIL_FROM,
    /**
     * Where referral-service answers: contact data is read from it when a mail is sent, and never
     * kept; birth dates are compared there.
     */
    KIM_REFERRAL_URL,
    /** Where allocation-service answers: it takes the answers that people give on their page. */
    KIM_ALLOCATION_URL,
    /** Envelope sender of every mail: what mail servers send back goes there. */
    KIM_BOUNCE_ADDRESS,
    /** Mailbox of that address, as a Maildir: delivery reports are read and deleted there. */
    KIM_BOUNCE_FOLDER,
    /**
     * Folder of the outgoing post: letters lie in it as PDF until a print service takes them. They
     * hold names and addresses; outside of every backup.
     */
    KIM_POST_FOLDER,
    /** Sender in one line above the address of a letter, as the post returns letters. */
    KIM_POST_SENDER,
    /** Telephone number in letters, where people are answered. */
    KIM_POST_PHONE,
    /** The SMS gateway; empty: nobody is told by SMS. */
    KIM_SMS_URL,
    /** What this service and the gateway sign with; 32 characters or more. */
    KIM_SMS_SECRET,
    /** When offices get the mail of the day, {@code HH:MM} in Osnabrück. */
    KIM_DIGEST_AT,
    /**
     * Folder of the keys without which people's data cannot be read; outside of the database and of
     * what is backed up with it.
     */
    KIM_KEYS_FOLDER,
    /** The keys in that folder are encrypted under it; 32 characters or more. */
    KIM_KEYS_SECRET,
    /**
     * Folder of the keys that the ledger is signed with and of its last checkpoint; outside of the
     * database and of what is backed up with it, one for all instances.
     */
    KIM_LEDGER_KEY_FOLDER,
    /** {@code json} (one object a line, the default) or {@code text}. */
    KIM_LOG_FORMAT;

    private static final List<ServiceEnvironment> NOTIFICATION_ONLY =
            List.of(
                    KIM_CLIENT_ID,
                    KIM_CLIENT_SECRET,
                    KIM_SMTP_HOST,
                    KIM_SMTP_PORT,
                    KIM_MAIL_FROM,
                    KIM_REFERRAL_URL,
                    KIM_ALLOCATION_URL,
                    KIM_BOUNCE_ADDRESS,
                    KIM_BOUNCE_FOLDER,
                    KIM_POST_FOLDER,
                    KIM_POST_SENDER,
                    KIM_POST_PHONE,
                    KIM_SMS_URL,
                    KIM_SMS_SECRET,
                    KIM_DIGEST_AT);

    private static final List<ServiceEnvironment> REFERRAL_ONLY =
            List.of(KIM_KEYS_FOLDER, KIM_KEYS_SECRET);

    /** Whether this service has the setting. */
    public boolean concerns(Service service) {
        if (NOTIFICATION_ONLY.contains(this)) {
            return service.equals(Services.NOTIFICATION);
        }
        if (this == KIM_LEDGER_KEY_FOLDER) {
            return service.equals(Services.REPORTING);
        }
        return !REFERRAL_ONLY.contains(this) || service.equals(Services.REFERRAL);
    }

    /** All settings of a service that runs on this machine. */
    public static Map<String, String> of(Service service, Surroundings around) {
        var settings = new TreeMap<String, String>();
        Arrays.stream(values())
                .filter(s -> s.concerns(service))
                .forEach(s -> settings.put(s.name(), s.value(service, around)));
        return settings;
    }

    private String value(Service service, Surroundings around) {
        var databases = around.databases();
        var database = service.database();
        return switch (this) {
            case SERVER_PORT -> "" + around.ports().of(service.name());
            case SERVER_ADDRESS, KIM_SMTP_HOST -> "127.0.0.1";
            case KIM_DB_URL -> databases.url(database);
            case KIM_DB_USER -> Databases.user(database);
            case KIM_DB_PASSWORD -> databases.password(Databases.user(database));
            case KIM_DB_OWNER_USER -> Databases.owner(database);
            case KIM_DB_OWNER_PASSWORD -> databases.password(Databases.owner(database));
            case KIM_KAFKA_BOOTSTRAP -> around.bootstrap();
            case KIM_ISSUER -> Issuer.url(around.ports());
            case KIM_CLIENT_ID -> Realm.NOTIFICATION;
            case KIM_CLIENT_SECRET -> around.secrets().of(Realm.clientSecret(Realm.NOTIFICATION));
            case KIM_SMTP_PORT -> "" + around.ports().of(MailCatcher.SMTP);
            case KIM_MAIL_FROM -> "kim@localhost";
            case KIM_REFERRAL_URL -> around.url(Services.REFERRAL);
            case KIM_ALLOCATION_URL -> around.url(Services.ALLOCATION);
            case KIM_BOUNCE_ADDRESS -> "bounces@localhost";
            case KIM_BOUNCE_FOLDER -> around.post().resolveSibling("bounces").toString();
            case KIM_POST_FOLDER -> around.post().toString();
            case KIM_POST_SENDER -> "KIM (Beispiel) · Musterstraße 1 · 49074 Osnabrück";
            case KIM_POST_PHONE -> "0541 000000";
            case KIM_SMS_URL -> "http://127.0.0.1:" + around.ports().of(MailCatcher.HTTP) + "/sms";
            case KIM_SMS_SECRET -> around.secrets().of(MailCatcher.SMS_SECRET);
            case KIM_DIGEST_AT -> "07:00";
            case KIM_KEYS_FOLDER -> around.keys().folder().toString();
            case KIM_KEYS_SECRET -> around.keys().secret();
            case KIM_LEDGER_KEY_FOLDER -> around.keys().ledgerFolder().toString();
            case KIM_LOG_FORMAT -> "json";
        };
    }
}
