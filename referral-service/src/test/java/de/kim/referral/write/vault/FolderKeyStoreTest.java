package de.kim.referral.write.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import de.kim.events.DataClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderKeyStoreTest {
    private static final String SECRET = "a secret of this test, long enough";
    private static final Set<DataClass> BOTH = Set.of(DataClass.IDENTITY, DataClass.CONTACT);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final byte[] TEXT = "Muster".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = {1};

    @TempDir private Path folder;

    @Test
    void a_key_is_found_again_by_another_instance() throws Exception {
        Keyring ring = created();
        byte[] encrypted = aead(ring, DataClass.IDENTITY).encrypt(TEXT, PLACE);

        Aead again = open().key(ring.id(), DataClass.IDENTITY, id(ring, DataClass.IDENTITY)).get();

        assertThat(again.decrypt(encrypted, PLACE)).isEqualTo(TEXT);
    }

    @Test
    void each_class_and_each_ring_has_a_key_of_its_own() throws Exception {
        Keyring one = created();
        Keyring other = created();
        byte[] encrypted = aead(one, DataClass.IDENTITY).encrypt(TEXT, PLACE);

        assertThatThrownBy(() -> aead(one, DataClass.CONTACT).decrypt(encrypted, PLACE))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> aead(other, DataClass.IDENTITY).decrypt(encrypted, PLACE))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_ring_gets_a_key_that_it_lacks_and_keeps_those_it_has() throws Exception {
        Keyring ring = created();
        KeyStore here = open();
        KeyStore there = open();
        there.key(ring.id(), DataClass.IDENTITY, id(ring, DataClass.IDENTITY));

        Keyring.Key added = here.extend(ring.id(), DataClass.FREE_TEXT);

        assertThat(here.extend(ring.id(), DataClass.FREE_TEXT).id()).isEqualTo(added.id());
        assertThat(there.key(ring.id(), DataClass.FREE_TEXT, added.id())).isPresent();
        assertThat(there.key(ring.id(), DataClass.IDENTITY, id(ring, DataClass.IDENTITY)))
                .isPresent();
    }

    @Test
    void a_destroyed_ring_is_gone_for_good_and_remembered() throws Exception {
        KeyStore store = open();
        Keyring ring = created(store);
        Keyring other = created(store);
        Destruction destruction = destruction(ring, true, DataClass.IDENTITY, DataClass.CONTACT);
        byte[] before = Files.readAllBytes(file(ring));

        store.destroy(destruction);
        store.destroy(destruction);

        assertThat(file(ring)).doesNotExist();
        for (KeyStore each : List.of(store, open())) {
            assertThat(each.key(ring.id(), DataClass.IDENTITY, id(ring, DataClass.IDENTITY)))
                    .isEmpty();
            assertThat(each.key(other.id(), DataClass.IDENTITY, id(other, DataClass.IDENTITY)))
                    .isPresent();
            assertThat(each.destructions()).containsExactly(destruction);
        }
        assertThat(foundInFolder(new String(before, StandardCharsets.US_ASCII).split("\n")[1]))
                .isFalse();
    }

    @Test
    void a_destroyed_key_leaves_the_others_of_its_ring() throws Exception {
        KeyStore store = open();
        Keyring ring = created(store);
        store.destroy(destruction(ring, false, DataClass.CONTACT));

        for (KeyStore each : List.of(store, open())) {
            assertThat(each.key(ring.id(), DataClass.CONTACT, id(ring, DataClass.CONTACT)))
                    .isEmpty();
            assertThat(each.key(ring.id(), DataClass.IDENTITY, id(ring, DataClass.IDENTITY)))
                    .isPresent();
        }
        UUID next = store.extend(ring.id(), DataClass.CONTACT).id();
        assertThat(next).isNotEqualTo(id(ring, DataClass.CONTACT));
        store.destroy(destruction(ring, false, DataClass.CONTACT));
        assertThat(store.key(ring.id(), DataClass.CONTACT, next)).isPresent();
    }

    @Test
    void what_a_crash_left_of_a_destruction_is_read_as_destroyed() throws Exception {
        KeyStore store = open();
        Keyring ring = created(store);
        Destruction whole = destruction(ring, true, DataClass.IDENTITY);
        // overwritten, but not removed any more
        Files.write(file(ring), new byte[(int) Files.size(file(ring))]);
        store.destroy(whole);
        // the next line was not written to its end
        Files.writeString(
                folder.resolve("destroyed"), "{\"referralId\":\"0", StandardOpenOption.APPEND);

        KeyStore again = open();

        assertThat(again.destructions()).containsExactly(whole);
        Destruction next = destruction(created(again), true, DataClass.IDENTITY);
        again.destroy(next);
        assertThat(open().destructions()).containsExactly(whole, next);
    }

    @Test
    void a_ring_that_was_overwritten_has_no_keys() throws Exception {
        Keyring ring = created();
        Files.write(file(ring), new byte[(int) Files.size(file(ring))]);
        assertThat(open().key(ring.id(), DataClass.IDENTITY, id(ring, DataClass.IDENTITY)))
                .isEmpty();
    }

    @Test
    void a_discarded_ring_leaves_no_file() throws Exception {
        KeyStore store = open();
        Keyring ring = store.create(BOTH);
        store.discard(ring);
        assertThat(file(ring)).doesNotExist();
        assertThat(store.destructions()).isEmpty();
    }

    @Test
    void another_secret_opens_nothing() {
        open();
        assertThatThrownBy(() -> new FolderKeyStore(folder, "another secret, also long enough!!"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KIM_KEYS_SECRET");
    }

    @Test
    void keys_without_the_file_that_says_whose_they_are_are_refused() throws IOException {
        open();
        Files.delete(folder.resolve("store"));
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there are keys");
    }

    @Test
    void a_key_is_worth_nothing_in_another_file_and_without_the_secret() throws Exception {
        Keyring one = created();
        Keyring other = created();
        Files.write(file(other), Files.readAllBytes(file(one)));
        assertThatThrownBy(
                        () ->
                                open().key(
                                                other.id(),
                                                DataClass.IDENTITY,
                                                id(one, DataClass.IDENTITY)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_else_may_look_into_the_folder() throws IOException {
        open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    private KeyStore open() {
        return new FolderKeyStore(folder, SECRET);
    }

    private Keyring created() {
        return created(open());
    }

    private static Keyring created(KeyStore store) {
        Keyring ring = store.create(BOTH);
        ring.awaitDurable();
        return ring;
    }

    private Path file(Keyring ring) {
        String name = ring.id().toString();
        return folder.resolve("rings").resolve(name.substring(0, 2)).resolve(name);
    }

    private boolean foundInFolder(String text) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Destruction destruction(Keyring ring, boolean whole, DataClass... classes) {
        Map<DataClass, UUID> keys = new HashMap<>();
        for (DataClass each : classes) {
            keys.put(each, id(ring, each));
        }
        return new Destruction(UUID.randomUUID(), ring.id(), keys, whole, TODAY);
    }

    private static UUID id(Keyring ring, DataClass dataClass) {
        return key(ring, dataClass).id();
    }

    private static Aead aead(Keyring ring, DataClass dataClass) {
        return key(ring, dataClass).aead();
    }

    private static Keyring.Key key(Keyring ring, DataClass dataClass) {
        return Objects.requireNonNull(ring.keys().get(dataClass));
    }
}
