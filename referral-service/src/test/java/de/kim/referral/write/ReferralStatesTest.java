package de.kim.referral.write;

import static de.kim.referral.write.Samples.BODY;
import static de.kim.referral.write.Samples.COMPLETED;
import static de.kim.referral.write.Samples.CONSENTED;
import static de.kim.referral.write.Samples.COURSE;
import static de.kim.referral.write.Samples.ERASED;
import static de.kim.referral.write.Samples.ID;
import static de.kim.referral.write.Samples.IN_ERROR;
import static de.kim.referral.write.Samples.OBJECTED;
import static de.kim.referral.write.Samples.PERSON;
import static de.kim.referral.write.Samples.REQUESTED;
import static de.kim.referral.write.Samples.TESTED;
import static de.kim.referral.write.Samples.TODAY;
import static de.kim.referral.write.Samples.WISH;
import static de.kim.referral.write.Samples.WITHDRAWN;
import static de.kim.referral.write.Samples.test;
import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AgeBand;
import de.kim.events.ConsentPurpose;
import de.kim.events.CourseType;
import de.kim.events.DataClass;
import de.kim.events.EntitlementEnd;
import de.kim.events.LegalBasis;
import de.kim.events.WithdrawalReason;
import de.kim.events.approved.Approved;
import de.kim.kit.heard.RulesInForce;
import de.kim.kit.testing.DecisionTable;
import de.kim.rules.Rulebooks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Every command in every state, as a table and a drawing that people approved. */
class ReferralStatesTest {
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final Map<ReferralState, List<ReferralHistory>> STATES = states();
    private static final List<ReferralCommand> COMMANDS =
            List.of(
                    new AmendReferral(ID, BODY, "another commitment", true),
                    Samples.correction(
                            new StatedEntitlement(
                                    LegalBasis.COOPERATION_PLAN_5A, TODAY.minusDays(5), null),
                            null),
                    test(CourseType.LITERACY, 2),
                    new BookTest(ID, BODY, Samples.DATE, "traeger-01", TODAY, null),
                    new EndTestBooking(ID, BODY, Samples.DATE, BookingEnd.RETURNED),
                    new RecordTestResult(ID, Samples.DATE, TODAY, CourseType.GENERAL, 1, false),
                    new ChangeWishes(ID, BODY, List.of(WISH), false),
                    new ConfirmInterest(ID, BODY),
                    new LapseInterest(ID, TODAY),
                    new LinkReferral(ID, OTHER, PERSON),
                    new StandFor(ID, OTHER, PERSON),
                    new AddEntitlement(
                            ID,
                            Samples.ENTITLEMENT,
                            BODY,
                            LegalBasis.COOPERATION_PLAN_5A,
                            TODAY,
                            null,
                            AgeBand.FROM_27_TO_39),
                    new EndEntitlement(ID, ID, BODY, EntitlementEnd.REVOKED),
                    new WithdrawReferral(ID, BODY, WithdrawalReason.FOUND_WORK),
                    new EnterInError(ID, BODY),
                    new CompleteReferral(ID, COURSE, TODAY),
                    new RaiseObjection(ID, BODY, COURSE, ObjectionAbout.OFFER, TODAY),
                    new DecideObjection(
                            ID, BODY, Samples.OBJECTION, ObjectionOutcome.UPHELD, TODAY),
                    new GiveConsent(ID, BODY, ConsentPurpose.CONTACT),
                    new RevokeConsent(ID, BODY, ConsentPurpose.REFERRAL),
                    new DeleteData(ID, EnumSet.of(DataClass.CONTACT, DataClass.ATTRIBUTES)),
                    new ErasePerson(ID, BODY));

    @Test
    void every_command_has_its_answer_in_every_state() {
        Approved.check(Path.of("../docs/states-referral.md"), document());
    }

    @Test
    void the_table_leaves_no_command_and_no_state_out() {
        assertThat(COMMANDS)
                .extracting(command -> (Object) command.getClass())
                .containsExactlyInAnyOrder(
                        Arrays.stream(ReferralCommand.class.getPermittedSubclasses())
                                .filter(type -> type != RequestReferral.class)
                                .toArray());
        assertThat(STATES.keySet()).containsExactly(ReferralState.values());
    }

    private static String document() {
        DecisionTable table = new DecisionTable(ReferralState.values());
        table.begins(RequestReferral.class, ReferralState.REQUESTED);
        for (ReferralCommand command : COMMANDS) {
            STATES.forEach((state, history) -> table.add(command, state, answer(history, command)));
        }
        return table.document("Referral");
    }

    private static DecisionTable.Answer answer(
            List<ReferralHistory> history, ReferralCommand command) {
        AggregateTestFixture<Referral> fixture = new AggregateTestFixture<>(Referral.class);
        fixture.registerInjectableResource(Samples.CLOCK)
                .registerInjectableResource((RulesInForce) instant -> Rulebooks.FIRST);
        return DecisionTable.Answer.of(
                fixture.given(history).when(command), referral -> referral.state());
    }

    private static Map<ReferralState, List<ReferralHistory>> states() {
        Map<ReferralState, List<ReferralHistory>> states = new LinkedHashMap<>();
        states.put(ReferralState.REQUESTED, List.of(REQUESTED, CONSENTED, OBJECTED));
        states.put(ReferralState.TESTED, List.of(REQUESTED, CONSENTED, OBJECTED, TESTED));
        states.put(ReferralState.WITHDRAWN, List.of(REQUESTED, CONSENTED, OBJECTED, WITHDRAWN));
        states.put(
                ReferralState.COMPLETED,
                List.of(REQUESTED, CONSENTED, OBJECTED, TESTED, COMPLETED));
        states.put(ReferralState.IN_ERROR, List.of(REQUESTED, CONSENTED, OBJECTED, IN_ERROR));
        states.put(ReferralState.ERASED, List.of(REQUESTED, CONSENTED, OBJECTED, ERASED));
        return states;
    }
}
