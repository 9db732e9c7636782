package de.kim.referral.write;

import static java.util.Comparator.comparing;

import de.kim.referral.write.duplicates.Likeness;
import de.kim.referral.write.duplicates.MarkKind;
import de.kim.referral.write.vault.MarkBook;
import de.kim.referral.write.vault.MarkBook.Hashed;
import de.kim.referral.write.vault.MarkBook.Other;
import de.kim.referral.write.vault.Personal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Several bodies may refer one person. Who is surely the same is linked in the unit of work of the
 * second referral; who may be the same is left to a coordinator. No body is shown anything of
 * another one.
 */
@Component
class Duplicates {
    /** Whoever is like so many others has a frequent name and no birthday. */
    private static final int MOST_ASKED = 10;

    private final MarkBook marks;
    private final PeopleLinked people;
    private final PossibleDuplicates possible;
    private final CommandGateway commands;

    Duplicates(
            MarkBook marks,
            PeopleLinked people,
            PossibleDuplicates possible,
            CommandGateway commands) {
        this.marks = marks;
        this.people = people;
        this.possible = possible;
        this.commands = commands;
    }

    /**
     * Who a new referral is of.
     *
     * @param person the pseudonym, known or new
     * @param standing the open referral that stands for the person
     * @param unsure one referral each of other people who may be the same
     */
    record Found(UUID person, Optional<UUID> standing, List<Other> unsure, List<Hashed> marks) {}

    /** Nobody else may refer somebody like this until the unit of work ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Found find(UUID referralId, List<Personal> known) {
        List<Hashed> own = marks.marks(known);
        marks.lock(own);
        Map<Likeness, List<Other>> others = others(referralId, own);
        Optional<UUID> same =
                others.getOrDefault(Likeness.SURE, List.of()).stream()
                        .findFirst()
                        .map(Other::person);
        UUID person = same.orElseGet(UUID::randomUUID);
        return new Found(person, same.flatMap(people::standing), unsure(others, person), own);
    }

    /** After the referral itself was stored. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(UUID referralId, Found found) {
        marks.keep(referralId, found.marks());
        found.standing()
                .ifPresent(
                        standing ->
                                commands.sendAndWait(
                                        new LinkReferral(standing, referralId, found.person())));
        found.unsure().forEach(other -> possible.add(referralId, other));
    }

    /** More is known of the person of a referral, and by it somebody may be known again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void learn(UUID referralId, List<Personal> known) {
        List<Hashed> own = marks.marks(known);
        marks.lock(own);
        marks.replace(referralId, own);
        Map<Likeness, List<Other>> others = others(referralId, own);
        UUID person = people.person(referralId).orElseThrow();
        for (Other same : others.getOrDefault(Likeness.SURE, List.of())) {
            if (!same.person().equals(person)) {
                same(referralId, same.referralId());
                person = people.person(referralId).orElseThrow();
            }
        }
        for (Other other :
                unsure(
                        Map.of(Likeness.UNSURE, others.getOrDefault(Likeness.UNSURE, List.of())),
                        person)) {
            possible.add(referralId, other);
        }
    }

    /**
     * Two referrals are of one person after all: the pseudonym of the older one is kept, and the
     * oldest open referral stands for all.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void same(UUID one, UUID another) {
        marks.lockBoth(one, another);
        UUID older = people.older(one, another);
        UUID person = people.person(older).orElseThrow();
        UUID other = people.person(older.equals(one) ? another : one).orElseThrow();
        if (!person.equals(other)) {
            people.merge(other, person);
            List<UUID> open = people.open(person);
            open.stream()
                    .skip(1)
                    .map(linked -> new LinkReferral(open.getFirst(), linked, person))
                    .forEach(commands::sendAndWait);
        }
    }

    private Map<Likeness, List<Other>> others(UUID referralId, List<Hashed> own) {
        Set<MarkKind> kinds = own.stream().map(Hashed::kind).collect(Collectors.toSet());
        return marks.others(referralId, own).stream()
                .collect(
                        Collectors.groupingBy(
                                other -> Likeness.of(kinds, other.agreeing(), other.differing())));
    }

    /** Of each other person the oldest referral; who is surely somebody else's twin counts too. */
    private static List<Other> unsure(Map<Likeness, List<Other>> others, UUID person) {
        Set<UUID> asked = new HashSet<>(Set.of(person));
        return Stream.of(Likeness.SURE, Likeness.UNSURE)
                .flatMap(likeness -> others.getOrDefault(likeness, List.of()).stream())
                .filter(other -> asked.add(other.person()))
                .sorted(comparing(other -> -other.agreeing().size()))
                .limit(MOST_ASKED)
                .toList();
    }
}
