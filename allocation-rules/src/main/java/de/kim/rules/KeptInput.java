package de.kim.rules;

import de.kim.rules.InvalidRound.Code;
import de.kim.rules.tree.GrowingTree;
import de.kim.rules.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is kept of a round's input: all of it, or, of people who were erased since, the hash of
 * their part. The digest is the root of a tree (RFC 9162 §2.1) over the parts, so it stays the same
 * when somebody is erased, and still commits to everybody else.
 *
 * @param known the input without those who are erased
 * @param erased by referral the hash of the part that is gone
 * @param fixedOfErased places that were given to them before the rule decided
 * @throws InvalidRound when somebody is both, or a fixed place is of nobody
 */
public record KeptInput(RoundInput known, Map<UUID, Hash> erased, List<Assignment> fixedOfErased) {
    /** Somebody's part: their line, or its hash. */
    private record Part(UUID referralId, String line, Hash leaf) {}

    public KeptInput {
        Map<UUID, Hash> byId = new TreeMap<>(Ids.ORDER);
        byId.putAll(erased);
        erased = Collections.unmodifiableMap(byId);
        fixedOfErased =
                fixedOfErased.stream()
                        .sorted(Comparator.comparing(Assignment::referralId, Ids.ORDER))
                        .toList();
        for (Person person : known.people()) {
            InvalidRound.require(
                    !erased.containsKey(person.referralId()),
                    Code.DUPLICATE_PERSON,
                    person.referralId());
        }
        for (Assignment place : fixedOfErased) {
            InvalidRound.require(
                    erased.containsKey(place.referralId())
                            && known.courses().stream()
                                    .anyMatch(c -> c.courseId().equals(place.courseId())),
                    Code.OVERRIDE_UNKNOWN,
                    place);
        }
    }

    /** All of it. */
    public static KeptInput of(RoundInput input) {
        return new KeptInput(input, Map.of(), List.of());
    }

    /**
     * Reads one back: its {@link #canonicalBytes()} are these again.
     *
     * @throws InvalidRound with NOT_CANONICAL when no input has these bytes, else as the
     *     constructors say
     */
    public static KeptInput ofCanonicalBytes(byte[] bytes) {
        return CanonicalInputReader.read(bytes);
    }

    /** Whether nobody is erased. */
    public boolean isWhole() {
        return erased.isEmpty();
    }

    /**
     * The input, when nobody is erased.
     *
     * @throws InvalidRound with PEOPLE_ERASED when somebody is
     */
    public RoundInput whole() {
        InvalidRound.require(isWhole(), Code.PEOPLE_ERASED, erased.size());
        return known;
    }

    /** How many people took part. */
    public int people() {
        return known.people().size() + erased.size();
    }

    /** What stays when somebody is erased; the same when they are not known (any more). */
    public KeptInput without(UUID referralId) {
        Person gone =
                known.people().stream()
                        .filter(person -> person.referralId().equals(referralId))
                        .findAny()
                        .orElse(null);
        if (gone == null) {
            return this;
        }
        Map<UUID, Hash> more = new TreeMap<>(Ids.ORDER);
        more.putAll(erased);
        more.put(referralId, leaf(CanonicalInput.person(gone)));
        return new KeptInput(
                new RoundInput(
                        known.heldOn(),
                        known.rulebook(),
                        known.people().stream().filter(person -> person != gone).toList(),
                        known.courses(),
                        known.admissions(),
                        known.municipalities(),
                        known.fixed().stream()
                                .filter(place -> !place.referralId().equals(referralId))
                                .toList()),
                more,
                Stream.concat(
                                fixedOfErased.stream(),
                                known.fixed().stream()
                                        .filter(place -> place.referralId().equals(referralId)))
                        .toList());
    }

    /** All fixed places, those of erased people too; by referral id. */
    public List<Assignment> fixed() {
        return Stream.concat(known.fixed().stream(), fixedOfErased.stream())
                .sorted(Comparator.comparing(Assignment::referralId, Ids.ORDER))
                .toList();
    }

    /** The canonical bytes (docs/allocation-rules.md, "Canonical bytes"). */
    public byte[] canonicalBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        facts().forEach(line -> bytes.writeBytes(bytes(line)));
        parts().forEach(part -> bytes.writeBytes(bytes(part.line())));
        fixed().forEach(place -> bytes.writeBytes(bytes(CanonicalInput.fixed(place))));
        return bytes.toByteArray();
    }

    /** Root of the tree over {@link #leaves()}, lower-case hexadecimal. */
    public String digest() {
        GrowingTree tree = new GrowingTree();
        facts().forEach(line -> tree.add(leaf(line)));
        parts().forEach(part -> tree.add(part.leaf()));
        fixed().forEach(place -> tree.add(leaf(CanonicalInput.fixed(place))));
        return tree.root().toString();
    }

    /**
     * The leaves of the tree: one of the day, rules, reference points and admissions, one for each
     * course, one for each person, one for each fixed place, in the order of the canonical bytes.
     */
    public List<Hash> leaves() {
        List<Hash> leaves = new ArrayList<>();
        facts().forEach(line -> leaves.add(leaf(line)));
        parts().forEach(part -> leaves.add(part.leaf()));
        fixed().forEach(place -> leaves.add(leaf(CanonicalInput.fixed(place))));
        return List.copyOf(leaves);
    }

    /** How many leaves are of nobody: the first ones. */
    public int factLeaves() {
        return 1 + known.courses().size();
    }

    /** Index of somebody's leaf. */
    public OptionalInt leafOf(UUID referralId) {
        List<UUID> people = parts().map(Part::referralId).toList();
        return index(people, referralId, factLeaves());
    }

    /** Index of the leaf of somebody's fixed place. */
    public OptionalInt fixedLeafOf(UUID referralId) {
        List<UUID> places = fixed().stream().map(Assignment::referralId).toList();
        return index(places, referralId, factLeaves() + people());
    }

    private static OptionalInt index(List<UUID> ids, UUID id, int from) {
        return IntStream.range(0, ids.size())
                .filter(i -> ids.get(i).equals(id))
                .map(i -> from + i)
                .findFirst();
    }

    private Stream<String> facts() {
        return Stream.concat(
                Stream.of(CanonicalInput.head(known)),
                known.courses().stream().map(CanonicalInput::course));
    }

    private Stream<Part> parts() {
        Stream<Part> people =
                known.people().stream()
                        .map(
                                person -> {
                                    String line = CanonicalInput.person(person);
                                    return new Part(person.referralId(), line, leaf(line));
                                });
        return isWhole()
                ? people
                : Stream.concat(
                                people,
                                erased.entrySet().stream()
                                        .map(
                                                gone ->
                                                        new Part(
                                                                gone.getKey(),
                                                                CanonicalInput.erased(
                                                                        gone.getKey(),
                                                                        gone.getValue()),
                                                                gone.getValue())))
                        .sorted(Comparator.comparing(Part::referralId, Ids.ORDER));
    }

    private static Hash leaf(String line) {
        return Hash.leaf(bytes(line));
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
