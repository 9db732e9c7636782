package de.kim.referral.write;

import static de.kim.referral.write.Samples.BODY;
import static de.kim.referral.write.Samples.COURSE;
import static de.kim.referral.write.Samples.ID;
import static de.kim.referral.write.Samples.TODAY;
import static de.kim.referral.write.Samples.WISH;
import static de.kim.referral.write.Samples.test;
import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AgeBand;
import de.kim.events.ConsentPurpose;
import de.kim.events.CourseType;
import de.kim.events.DataClass;
import de.kim.events.EntitlementEnd;
import de.kim.events.LegalBasis;
import de.kim.events.WithdrawalReason;
import de.kim.kit.heard.RulesInForce;
import de.kim.kit.web.input.BirthDate;
import de.kim.rules.Rulebooks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** What holds whatever is asked of a referral, in whatever order. */
class ReferralRunsTest {
    private static final List<ReferralCommand> COMMANDS =
            List.of(
                    new AmendReferral(ID, BODY, "a", true),
                    new AmendReferral(ID, BODY, "b", false),
                    Samples.correction(
                            new StatedEntitlement(
                                    LegalBasis.COOPERATION_PLAN_5A, TODAY.minusDays(5), null),
                            new StatedResult(TODAY, CourseType.GENERAL, 3, false)),
                    test(CourseType.GENERAL, 1),
                    test(CourseType.LITERACY, 2),
                    new BookTest(ID, BODY, Samples.DATE, "traeger-01", TODAY, null),
                    new EndTestBooking(ID, null, Samples.DATE, BookingEnd.MISSED),
                    new RecordTestResult(ID, Samples.DATE, TODAY, CourseType.GENERAL, 2, false),
                    new ChangeWishes(ID, BODY, List.of(WISH), false),
                    new ChangeWishes(ID, BODY, List.of(), false),
                    new ConfirmInterest(ID, BODY),
                    new LapseInterest(ID, TODAY.plusDays(1)),
                    new AddEntitlement(
                            ID,
                            Samples.ENTITLEMENT,
                            BODY,
                            LegalBasis.COOPERATION_PLAN_5A,
                            TODAY,
                            null,
                            AgeBand.FROM_27_TO_39),
                    new EndEntitlement(ID, ID, BODY, EntitlementEnd.REVOKED),
                    new EndEntitlement(ID, Samples.ENTITLEMENT, BODY, EntitlementEnd.WITHDRAWN),
                    new WithdrawReferral(ID, BODY, WithdrawalReason.OTHER),
                    new EnterInError(ID, BODY),
                    new CompleteReferral(ID, COURSE, TODAY),
                    new RaiseObjection(ID, BODY, Samples.OBJECTION, ObjectionAbout.OFFER, TODAY),
                    new DecideObjection(
                            ID, BODY, Samples.OBJECTION, ObjectionOutcome.REJECTED, TODAY),
                    new GiveConsent(ID, BODY, ConsentPurpose.REFERRAL),
                    new GiveConsent(ID, BODY, ConsentPurpose.CONTACT),
                    new RevokeConsent(ID, BODY, ConsentPurpose.REFERRAL),
                    new RevokeConsent(ID, BODY, ConsentPurpose.CONTACT),
                    new DeleteData(ID, EnumSet.of(DataClass.CONTACT)),
                    new DeleteData(ID, EnumSet.of(DataClass.ATTRIBUTES, DataClass.CONTACT)),
                    new ErasePerson(ID, null));

    /** What becomes of the person's data and objections goes on when everything else is over. */
    private static final Set<Class<?>> OF_THE_DATA =
            Set.of(
                    ReferralHistory.ObjectionRaised.class,
                    ReferralHistory.ObjectionDecided.class,
                    ReferralHistory.ConsentRevoked.class,
                    ReferralHistory.DataDeleted.class,
                    ReferralHistory.Erased.class);

    @Example
    void a_run_leaves_the_events_of_what_was_not_refused() {
        assertThat(
                        play(
                                List.of(
                                        new WithdrawReferral(ID, BODY, WithdrawalReason.OTHER),
                                        new ConfirmInterest(ID, BODY))))
                .containsExactly(ReferralHistory.Requested.class, ReferralHistory.Withdrawn.class);
    }

    @Property(tries = 60)
    void nothing_follows_a_completion_and_only_a_correction_follows_a_withdrawal(
            @ForAll("runs") List<ReferralCommand> run) {
        List<Class<?>> all = play(run);
        int erased = all.indexOf(ReferralHistory.Erased.class);
        assertThat(erased).isIn(-1, all.size() - 1);
        List<Class<?>> history = all.stream().filter(it -> !OF_THE_DATA.contains(it)).toList();
        int withdrawn = history.indexOf(ReferralHistory.Withdrawn.class);
        int completed = history.indexOf(ReferralHistory.Completed.class);
        int mistaken = history.indexOf(ReferralHistory.EnteredInError.class);
        assertThat(withdrawn >= 0 && completed >= 0).isFalse();
        assertThat(completed).isIn(-1, history.size() - 1);
        assertThat(mistaken).isIn(-1, history.size() - 1);
        if (withdrawn >= 0 && withdrawn < history.size() - 1) {
            assertThat(mistaken).isEqualTo(withdrawn + 1);
        }
    }

    @Property(tries = 30)
    void saying_the_last_command_again_changes_nothing(@ForAll("runs") List<ReferralCommand> run) {
        List<ReferralCommand> repeated = new ArrayList<>();
        for (ReferralCommand command : run) {
            if (!(command instanceof ConfirmInterest)) {
                repeated.add(command);
                repeated.add(command);
            }
        }
        List<ReferralCommand> once = new ArrayList<>(run);
        once.removeIf(command -> command instanceof ConfirmInterest);
        assertThat(play(repeated)).isEqualTo(play(once));
    }

    @Property
    void nobody_grows_younger(
            @ForAll @IntRange(min = 0, max = 43_000) int ageInDays,
            @ForAll @IntRange(min = 0, max = 700) int daysLater) {
        LocalDate birthDate = TODAY.minusDays(ageInDays);
        AgeBand before = AgeBands.of(BirthDate.of(birthDate), TODAY);
        AgeBand after = AgeBands.of(BirthDate.of(birthDate), TODAY.plusDays(daysLater));
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Provide
    Arbitrary<List<ReferralCommand>> runs() {
        return Arbitraries.of(COMMANDS).list().ofMaxSize(8);
    }

    /** The types of the events that a run leaves; what was refused leaves none. */
    private static List<Class<?>> play(List<ReferralCommand> run) {
        List<Object> stored = new ArrayList<>(List.of(Samples.REQUESTED));
        for (ReferralCommand command : run) {
            var fixture = new AggregateTestFixture<>(Referral.class);
            fixture.registerInjectableResource(Samples.CLOCK)
                    .registerInjectableResource((RulesInForce) instant -> Rulebooks.FIRST);
            int before = stored.size();
            fixture.given(stored).when(command);
            fixture.getEventStore()
                    .readEvents(ID.toString())
                    .asStream()
                    .skip(before)
                    .map(DomainEventMessage::getPayload)
                    .forEach(stored::add);
        }
        return stored.stream().<Class<?>>map(Object::getClass).toList();
    }
}
