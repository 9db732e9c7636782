package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.ConsentPurpose;
import de.kim.events.CorrectionReason;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import de.kim.events.Wish;
import de.kim.events.WithdrawalReason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One invented referral and what can happen to it. */
final class Samples {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Berlin"));
    static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final UUID PERSON = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    static final UUID COURSE = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    static final UUID DATE = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    static final UUID OBJECTION = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    static final UUID ENTITLEMENT = UUID.fromString("00000000-0000-0000-0000-0000000000f1");
    static final String BODY = "jobcenter-stadt";
    static final String COMMITMENT = "c0ffee";
    static final Wish WISH = new Wish("traeger-01", null);

    private Samples() {}

    static RequestReferral request() {
        return request(LegalBasis.OBLIGED_JOBCENTER, TODAY.minusDays(10), AgeBand.FROM_27_TO_39);
    }

    static RequestReferral request(LegalBasis basis, LocalDate entitledOn, AgeBand age) {
        return request(BODY, basis, entitledOn, null, age, List.of(), false, false);
    }

    static RequestReferral request(
            String by,
            LegalBasis basis,
            LocalDate entitledOn,
            @Nullable LocalDate lapsesOn,
            AgeBand age,
            List<Wish> wishes,
            boolean onlyWishes,
            boolean consent) {
        return new RequestReferral(
                ID,
                PERSON,
                by,
                basis,
                entitledOn,
                lapsesOn,
                age,
                wishes,
                onlyWishes,
                consent,
                COMMITMENT);
    }

    static RecordPlacementTest test(CourseType type, int section) {
        return new RecordPlacementTest(ID, BODY, TODAY.minusDays(1), type, section, false);
    }

    /** A typing error; what is known of the person was right. */
    static CorrectReferral correction(
            @Nullable StatedEntitlement entitlement, @Nullable StatedResult result) {
        return correction(entitlement, result, false, COMMITMENT);
    }

    static CorrectReferral correction(
            @Nullable StatedEntitlement entitlement,
            @Nullable StatedResult result,
            boolean person,
            String commitment) {
        return new CorrectReferral(
                ID,
                BODY,
                CorrectionReason.TYPING_ERROR,
                entitlement,
                result,
                person,
                AgeBand.FROM_27_TO_39,
                commitment);
    }

    static final ReferralHistory REQUESTED =
            new ReferralHistory.Requested(
                    ID,
                    PERSON,
                    BODY,
                    LegalBasis.OBLIGED_JOBCENTER,
                    TODAY.minusDays(10),
                    null,
                    TODAY,
                    List.of(),
                    false,
                    COMMITMENT);
    static final ReferralHistory TESTED =
            new ReferralHistory.TestRecorded(ID, TODAY.minusDays(1), CourseType.GENERAL, 1, false);
    static final ReferralHistory CONSENTED =
            new ReferralHistory.Consented(ID, ConsentPurpose.REFERRAL, TODAY);
    static final ReferralHistory OBJECTED =
            new ReferralHistory.ObjectionRaised(ID, OBJECTION, ObjectionAbout.OFFER, TODAY);
    static final ReferralHistory ERASED = new ReferralHistory.Erased(ID, TODAY);
    static final ReferralHistory WITHDRAWN =
            new ReferralHistory.Withdrawn(ID, WithdrawalReason.MOVED_AWAY);
    static final ReferralHistory IN_ERROR = new ReferralHistory.EnteredInError(ID);
    static final ReferralHistory COMPLETED = new ReferralHistory.Completed(ID, COURSE, TODAY);
}
