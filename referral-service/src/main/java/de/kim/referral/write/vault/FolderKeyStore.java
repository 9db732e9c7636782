package de.kim.referral.write.vault;

import com.google.crypto.tink.Aead;
import de.kim.events.DataClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key store in a folder: one file for each ring, whose keys are encrypted under a key that
 * follows from a secret kept elsewhere; and the list of destructions, to which is only added.
 * Destroying overwrites and removes. Several instances may share the folder.
 */
public final class FolderKeyStore implements KeyStore, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RINGS = "rings";
    private static final int SHARDS = 256;

    private final Path folder;
    private final KeyWrap wrap;
    private final UUID id;
    private final IndexKey index;
    private final HotKeyrings hot = new HotKeyrings();
    private final Set<Destruction> destructions;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Opens the store, or makes one in an empty folder.
     *
     * @throws IllegalStateException when it was made with another secret, or the folder holds
     *     something else
     */
    public FolderKeyStore(Path folder, String secret) {
        this.folder = folder;
        this.wrap = new KeyWrap(secret);
        try {
            this.id = new StoreFile(folder, wrap).openOrMake();
            this.index = new IndexKey(secret, id);
            for (int shard = 0; shard < SHARDS; shard++) {
                Files.createDirectories(shard(HexFormat.of().toHexDigits((byte) shard)));
            }
            DurableFiles.sync(folder.resolve(RINGS));
            DurableFiles.sync(folder);
            this.destructions = readDestructions();
        } catch (IOException e) {
            throw new UncheckedIOException("The key store cannot be opened", e);
        }
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Keyring create(Set<DataClass> classes) {
        UUID ringId = UUID.randomUUID();
        Map<DataClass, Keyring.Key> keys = new EnumMap<>(DataClass.class);
        Map<DataClass, RingFile.Entry> entries = new EnumMap<>(DataClass.class);
        for (DataClass dataClass : classes) {
            RingFile.Entry entry = fresh(ringId, dataClass, keys);
            entries.put(dataClass, entry);
        }
        byte[] content = new RingFile(entries).bytes();
        Future<?> durable =
                writers.submit(
                        () -> {
                            DurableFiles.create(file(ringId), content);
                            return ringId;
                        });
        Keyring ring = new Keyring(ringId, keys, durable);
        hot.put(ring);
        return ring;
    }

    @Override
    public Keyring.Key extend(UUID ringId, DataClass dataClass) {
        return exclusively(
                () -> {
                    Optional<RingFile> file = read(ringId);
                    if (file.isEmpty()) {
                        throw new IllegalStateException("There is no such keyring");
                    }
                    RingFile.Entry known = file.get().entries().get(dataClass);
                    if (known != null) {
                        return unwrap(ringId, dataClass, known);
                    }
                    Map<DataClass, Keyring.Key> key = new EnumMap<>(DataClass.class);
                    RingFile.Entry entry = fresh(ringId, dataClass, key);
                    RingFile longer = file.get().with(dataClass, entry);
                    DurableFiles.replace(file(ringId), longer.bytes());
                    hot.remove(ringId);
                    return Objects.requireNonNull(key.get(dataClass));
                });
    }

    @Override
    public Optional<Aead> key(UUID ringId, DataClass dataClass, UUID keyId) {
        Optional<Aead> known = key(hot.get(ringId), dataClass, keyId);
        if (known.isPresent()) {
            return known;
        }
        // Unknown, or another instance made the key.
        Optional<Keyring> read = read(ringId).map(file -> unwrap(ringId, file));
        read.ifPresent(hot::put);
        return key(read.orElse(null), dataClass, keyId);
    }

    @Override
    public byte[] hash(String text) {
        return index.hash(text);
    }

    private static Optional<Aead> key(@Nullable Keyring ring, DataClass dataClass, UUID keyId) {
        return Optional.ofNullable(ring)
                .map(it -> it.keys().get(dataClass))
                .filter(key -> key.id().equals(keyId))
                .map(Keyring.Key::aead);
    }

    @Override
    public void discard(Keyring ring) {
        try {
            ring.awaitDurable();
        } catch (IllegalStateException e) {
            // It was not stored, or only in part.
        }
        wipe(ring.id());
    }

    @Override
    public void destroy(Destruction destruction) {
        exclusively(
                () -> {
                    if (!destructions.contains(destruction)) {
                        DurableFiles.append(list(), line(destruction));
                        destructions.add(destruction);
                    }
                    if (destruction.whole()) {
                        wipe(destruction.ringId());
                    } else {
                        destroySome(destruction);
                    }
                    return destruction;
                });
    }

    @Override
    public synchronized List<Destruction> destructions() {
        return List.copyOf(destructions);
    }

    @Override
    public void close() {
        writers.close();
    }

    private RingFile.Entry fresh(
            UUID ringId, DataClass dataClass, Map<DataClass, Keyring.Key> keys) {
        UUID keyId = UUID.randomUUID();
        KeyWrap.Wrapped key = wrap.fresh(name(ringId, dataClass, keyId));
        keys.put(dataClass, new Keyring.Key(keyId, key.aead()));
        return new RingFile.Entry(keyId, key.encrypted());
    }

    private void wipe(UUID ringId) {
        hot.remove(ringId);
        try {
            DurableFiles.wipe(file(ringId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void destroySome(Destruction destruction) throws IOException {
        hot.remove(destruction.ringId());
        Optional<RingFile> file = read(destruction.ringId());
        if (file.isPresent()) {
            RingFile rest = file.get().without(destruction.keys());
            if (rest.entries().size() < file.get().entries().size()) {
                DurableFiles.replace(file(destruction.ringId()), rest.bytes());
            }
        }
    }

    private Optional<RingFile> read(UUID ringId) {
        try {
            byte[] bytes = Files.readAllBytes(file(ringId));
            return RingFile.isWiped(bytes) ? Optional.empty() : Optional.of(RingFile.parse(bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Keyring unwrap(UUID ringId, RingFile file) {
        Map<DataClass, Keyring.Key> keys = new EnumMap<>(DataClass.class);
        file.entries()
                .forEach(
                        (dataClass, entry) ->
                                keys.put(dataClass, unwrap(ringId, dataClass, entry)));
        return new Keyring(ringId, keys, CompletableFuture.completedFuture(null));
    }

    private Keyring.Key unwrap(UUID ringId, DataClass dataClass, RingFile.Entry entry) {
        try {
            String name = name(ringId, dataClass, entry.id());
            return new Keyring.Key(entry.id(), wrap.unwrap(entry.encrypted(), name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of the key store cannot be read", e);
        }
    }

    /** A key is bound to its place: in another file, line or store it is worth nothing. */
    private String name(UUID ringId, DataClass dataClass, UUID keyId) {
        return String.join("/", id.toString(), ringId.toString(), dataClass.name(), "" + keyId);
    }

    private Path file(UUID ringId) {
        String name = ringId.toString();
        return shard(name.substring(0, 2)).resolve(name);
    }

    private Path shard(String name) {
        return folder.resolve(RINGS).resolve(name);
    }

    private Path list() {
        return folder.resolve("destroyed");
    }

    private static byte[] line(Destruction destruction) {
        return (JSON.writeValueAsString(destruction) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A last line without its end was cut short by a crash: its destruction is asked for again. */
    private Set<Destruction> readDestructions() throws IOException {
        Set<Destruction> all = new LinkedHashSet<>();
        if (Files.exists(list())) {
            String text = Files.readString(list());
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                DurableFiles.replace(list(), whole.getBytes(StandardCharsets.UTF_8));
            }
            whole.lines().forEach(line -> all.add(JSON.readValue(line, Destruction.class)));
        }
        return all;
    }

    /** One at a time, over all instances that share the folder. */
    private synchronized <T> T exclusively(Callable<T> work) {
        try (FileChannel lock =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            return work.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
