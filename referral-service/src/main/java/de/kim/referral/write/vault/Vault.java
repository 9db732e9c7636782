package de.kim.referral.write.vault;

import de.kim.events.DataClass;
import de.kim.events.Profile;
import de.kim.kit.door.ProfileSource;
import de.kim.referral.write.vault.Documents.Document;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * People's data, apart from the events, and the only way to it: identity, contact, file numbers,
 * free text and forms of each referral, and every version of its {@link Profile}, each encrypted
 * under a key of its own that is not in the database. It is written in the unit of work that stores
 * the event, so the commitment in the event never stands for a profile that is not there.
 */
@Repository
public class Vault implements ProfileSource {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long FIRST = 1;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final KeyStore keys;
    private final AccessLog accessLog;
    private final KeyDestructions destructions;
    private final MarkBook marks;
    private final RememberedRequests requests;
    private final Clock clock;

    public Vault(
            JdbcClient jdbc,
            Documents documents,
            KeyStore keys,
            AccessLog accessLog,
            KeyDestructions destructions,
            MarkBook marks,
            RememberedRequests requests,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.keys = keys;
        this.accessLog = accessLog;
        this.destructions = destructions;
        this.marks = marks;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Keeps what is known of a person, under keys that are made for it.
     *
     * @param person the pseudonym
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UUID referralId, UUID person, List<Personal> known, Profile profile) {
        List<Document> all =
                new ArrayList<>(known.stream().map(it -> document(it, FIRST)).toList());
        all.add(document(profile));
        Keyring ring =
                keys.create(all.stream().map(Document::dataClass).collect(Collectors.toSet()));
        TransactionSynchronizationManager.registerSynchronization(new RingFate(keys, ring));
        jdbc.sql(
                        """
                        insert into vault.person (referral_id, person, keyring_id, opened_on)
                        values (?, ?, ?, ?)
                        """)
                .params(referralId, person, ring.id(), LocalDate.now(clock))
                .update();
        documents.keep(
                referralId, all, dataClass -> Objects.requireNonNull(ring.keys().get(dataClass)));
    }

    /** Puts this into the place of what was known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(UUID referralId, Personal known) {
        ringLocked(referralId);
        long latest = documents.latestVersion(referralId, known.dataClass());
        keep(referralId, document(known, Math.max(latest, FIRST)));
    }

    /** Puts this into the place of what was known wrongly; that is kept as long as this. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(UUID referralId, Personal known) {
        ringLocked(referralId);
        long latest = documents.latestVersion(referralId, known.dataClass());
        keep(referralId, document(known, latest + 1));
    }

    /** Adds a version of the profile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Profile profile) {
        keep(profile.referralId(), document(profile));
    }

    private void keep(UUID referralId, Document document) {
        UUID ringId = ringLocked(referralId).orElseThrow();
        documents.keep(referralId, List.of(document), dataClass -> keys.extend(ringId, dataClass));
    }

    /**
     * What is known of a person, of these classes; empty when there is no such person. That it was
     * read is stored in the same transaction.
     */
    @Transactional
    public Optional<Person> read(UUID referralId, Set<DataClass> classes, Reading reading) {
        Optional<UUID> ring = ring(referralId, "");
        ring.ifPresent(found -> accessLog.add(referralId, classes, reading));
        return ring.map(found -> person(documents.latest(referralId, found, classes)));
    }

    /**
     * As {@link #read}; and nobody else changes what is known of the person until the unit of work
     * ends, so that two amendments do not count up to the same version.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Person> readLocked(UUID referralId, Set<DataClass> classes, Reading reading) {
        ringLocked(referralId);
        return read(referralId, classes, reading);
    }

    /** For publishing it: the only reading that is not logged, because nobody reads it. */
    @Override
    public Optional<Profile> profile(UUID referralId) {
        return ring(referralId, "")
                .flatMap(
                        found ->
                                documents
                                        .latest(referralId, found, EnumSet.of(DataClass.ATTRIBUTES))
                                        .stream()
                                        .findFirst())
                .map(document -> content(document, Profile.class));
    }

    /** The other referrals of this person. */
    public List<UUID> linkedWith(UUID referralId) {
        return jdbc.sql(
                        """
                        select other.referral_id from vault.person this
                        join vault.person other on other.person = this.person
                        where this.referral_id = ? and other.referral_id <> this.referral_id
                        order by other.referral_id
                        """)
                .param(referralId)
                .query(UUID.class)
                .list();
    }

    /** Takes everything away that is known of the person, with the keys. */
    void erase(UUID referralId, LocalDate on) {
        Optional<UUID> ring = ringLocked(referralId);
        if (ring.isPresent()) {
            Map<DataClass, UUID> gone = documents.keys(referralId, EnumSet.allOf(DataClass.class));
            jdbc.sql("delete from vault.person where referral_id = ?").param(referralId).update();
            requests.forget("/api/referrals/" + referralId);
            destructions.afterCommit(new Destruction(referralId, ring.get(), gone, true, on));
        }
    }

    /** Takes what is known of these classes away, with the keys. */
    void delete(UUID referralId, Collection<DataClass> classes, LocalDate on) {
        Optional<UUID> ring = ringLocked(referralId);
        Map<DataClass, UUID> gone = documents.keys(referralId, classes);
        if (ring.isPresent() && !gone.isEmpty()) {
            documents.delete(referralId, classes);
            marks.delete(referralId, classes);
            destructions.afterCommit(new Destruction(referralId, ring.get(), gone, false, on));
        }
    }

    private Optional<UUID> ringLocked(UUID referralId) {
        return ring(referralId, " for update");
    }

    private Optional<UUID> ring(UUID referralId, String lock) {
        return jdbc.sql("select keyring_id from vault.person where referral_id = ?" + lock)
                .param(referralId)
                .query(UUID.class)
                .optional();
    }

    private static Person person(List<Document> documents) {
        Map<DataClass, Document> found =
                documents.stream()
                        .collect(Collectors.toMap(Document::dataClass, Function.identity()));
        return new Person(
                content(found.get(DataClass.IDENTITY), Personal.Identity.class),
                content(found.get(DataClass.CONTACT), Personal.Contact.class),
                content(found.get(DataClass.FILE_NUMBERS), Personal.FileNumbers.class),
                content(found.get(DataClass.FREE_TEXT), Personal.FreeText.class),
                content(found.get(DataClass.ATTRIBUTES), Profile.class),
                content(found.get(DataClass.REGISTRATION), Personal.Registration.class),
                content(found.get(DataClass.BACKGROUND), Personal.Background.class));
    }

    private static <T> @Nullable T content(@Nullable Document document, Class<T> type) {
        return document == null ? null : JSON.readValue(document.content(), type);
    }

    private static Document document(Personal known, long version) {
        return new Document(known.dataClass(), version, JSON.writeValueAsBytes(known));
    }

    private static Document document(Profile profile) {
        return new Document(
                DataClass.ATTRIBUTES, profile.version(), JSON.writeValueAsBytes(profile));
    }
}
