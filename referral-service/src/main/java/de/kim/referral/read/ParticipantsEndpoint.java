package de.kim.referral.read;

import de.kim.events.DataClass;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import de.kim.kit.web.input.BirthDate;
import de.kim.referral.read.Participants.Holder;
import de.kim.referral.write.ReferralRefusal;
import de.kim.referral.write.vault.Person;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Reading;
import de.kim.referral.write.vault.Vault;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who comes to a course, for its provider: the name of whoever holds an offer or a place there, and
 * how to reach those who have taken their place. Each reading is logged, and whoever gives the
 * place up is not shown any more.
 */
@RestController
class ParticipantsEndpoint {
    private static final String LIST = "participants";
    private static final String PURPOSE = "PARTICIPANTS";
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Set<DataClass> OFFERED = EnumSet.of(DataClass.IDENTITY);
    private static final Set<DataClass> ACCEPTED =
            EnumSet.of(DataClass.IDENTITY, DataClass.CONTACT);

    private final Participants participants;
    private final Vault vault;

    ParticipantsEndpoint(Participants participants, Vault vault) {
        this.participants = participants;
        this.vault = vault;
    }

    /**
     * One of them; without a name where the person was erased.
     *
     * @param accepted the place is taken; else it is offered, and there is no contact
     * @param preferredLanguage ISO 639-1
     */
    record Participant(
            UUID referralId,
            boolean accepted,
            @Nullable String surname,
            @Nullable String firstName,
            @Nullable BirthDate birthDate,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String preferredLanguage) {
        /** Says nothing, so that no log does. */
        @Override
        public String toString() {
            return "Participant[]";
        }
    }

    @Allow(Role.PROVIDER)
    @GetMapping("/api/participants")
    Page<Participant> participants(@RequestParam UUID courseId, Actor actor, PageQuery query) {
        if (!participants.isOf(actor.body(), courseId)) {
            throw new Refused(ReferralRefusal.COURSE_NOT_FOUND);
        }
        UUID after = query.after(LIST, 1).map(it -> it.id(0)).orElse(BEFORE_ALL);
        Reading reading = new Reading(actor.body(), actor.account(), PURPOSE);
        List<Participant> found =
                participants.of(courseId, after, query.rows()).stream()
                        .map(holder -> participant(holder, reading))
                        .toList();
        return Page.of(found, query, last -> Cursor.after(LIST, last.referralId()));
    }

    private Participant participant(Holder holder, Reading reading) {
        Optional<Person> person =
                vault.read(holder.referralId(), holder.accepted() ? ACCEPTED : OFFERED, reading);
        Optional<Personal.Identity> identity = person.map(Person::identity);
        Optional<Personal.Contact> contact = person.map(Person::contact);
        return new Participant(
                holder.referralId(),
                holder.accepted(),
                identity.map(Personal.Identity::surname).orElse(null),
                identity.map(Personal.Identity::firstName).orElse(null),
                identity.map(Personal.Identity::birthDate).orElse(null),
                contact.map(Personal.Contact::email).orElse(null),
                contact.map(Personal.Contact::phone).orElse(null),
                contact.map(Personal.Contact::preferredLanguage).orElse(null));
    }
}
