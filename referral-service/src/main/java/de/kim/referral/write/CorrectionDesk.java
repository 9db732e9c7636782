package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.CorrectionReason;
import de.kim.events.DataClass;
import de.kim.events.Profile;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.referral.read.Referrals;
import de.kim.referral.write.CorrectReferralEndpoint.CorrectReferralBody;
import de.kim.referral.write.vault.Person;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Reading;
import de.kim.referral.write.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where mistakes are put right: what was wrong is kept beside what is right, for as long. */
@Component
class CorrectionDesk {
    private static final Set<DataClass> NEEDED =
            EnumSet.complementOf(EnumSet.of(DataClass.CONTACT));

    /** By what people are known again. */
    private static final Set<DataClass> MARKING =
            EnumSet.of(DataClass.IDENTITY, DataClass.FILE_NUMBERS);

    private final CommandGateway commands;
    private final Vault vault;
    private final Duplicates duplicates;
    private final Referrals referrals;
    private final Clock clock;

    CorrectionDesk(
            CommandGateway commands,
            Vault vault,
            Duplicates duplicates,
            Referrals referrals,
            Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.duplicates = duplicates;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** In the unit of work of the request; another body's referral is not even read. */
    void correct(UUID id, CorrectReferralBody body, Actor actor) {
        if (referrals.one(id, actor.body()).isEmpty()) {
            throw new Refused(ReferralRefusal.REFERRAL_NOT_FOUND);
        }
        Person known =
                vault.readLocked(
                                id,
                                NEEDED,
                                new Reading(actor.body(), actor.account(), "CORRECTION"))
                        .orElseThrow(() -> new Refused(ReferralRefusal.PERSON_ERASED));
        Profile before = known.profile();
        Personal.Identity identity = known.identity();
        if (before == null || identity == null) {
            throw new Refused(ReferralRefusal.PERSON_ERASED);
        }
        List<Personal> right = body.right(known);
        Profile after = profile(id, body, right, before, identity);
        boolean corrected = commands.sendAndWait(command(id, body, actor, right, after));
        right.forEach(each -> vault.correct(id, each));
        if (!after.equals(before)) {
            vault.keep(after);
        }
        knowAgain(
                id,
                right,
                Stream.<Personal>concat(Stream.of(identity), Stream.ofNullable(known.fileNumbers()))
                        .toList());
        if (corrected && body.remark() != null) {
            remark(id, body.reason(), body.remark(), known.freeText());
        }
    }

    private Profile profile(
            UUID id,
            CorrectReferralBody body,
            List<Personal> right,
            Profile before,
            Personal.Identity identity) {
        Personal.Identity who =
                right.stream()
                        .filter(Personal.Identity.class::isInstance)
                        .map(Personal.Identity.class::cast)
                        .findFirst()
                        .orElse(identity);
        if (body.attributes() == null && who.equals(identity)) {
            return before;
        }
        Attributes attributes = body.attributes(before, who.birthDate(), LocalDate.now(clock));
        return attributes.equals(Attributes.of(before))
                ? before
                : attributes.asProfile(id, before.version() + 1);
    }

    private static CorrectReferral command(
            UUID id, CorrectReferralBody body, Actor actor, List<Personal> right, Profile profile) {
        var entitlement = body.entitlement();
        var test = body.test();
        AgeBand ageBand = profile.ageBand();
        return new CorrectReferral(
                id,
                actor.body(),
                body.reason(),
                entitlement == null ? null : entitlement.stated(),
                test == null ? null : test.stated(),
                !right.isEmpty(),
                ageBand,
                profile.commitment());
    }

    /** By the right name or number somebody may turn out to be known. */
    private void knowAgain(UUID id, List<Personal> right, List<Personal> known) {
        Map<DataClass, Personal> whole = new EnumMap<>(DataClass.class);
        known.forEach(each -> whole.put(each.dataClass(), each));
        right.forEach(each -> whole.put(each.dataClass(), each));
        List<Personal> now = List.copyOf(whole.values());
        if (!marking(now).equals(marking(known))) {
            duplicates.learn(id, now);
        }
    }

    private static Set<Personal> marking(List<Personal> known) {
        return known.stream()
                .filter(each -> MARKING.contains(each.dataClass()))
                .collect(Collectors.toSet());
    }

    private void remark(
            UUID id, CorrectionReason reason, String text, Personal.@Nullable FreeText known) {
        Personal.FreeText before = known == null ? new Personal.FreeText(null, List.of()) : known;
        vault.change(id, before.with(new Personal.Remark(LocalDate.now(clock), reason, text)));
    }
}
