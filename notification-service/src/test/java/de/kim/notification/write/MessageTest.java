package de.kim.notification.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.Channel;
import de.kim.events.DeliveryFailure;
import de.kim.events.MessageKind;
import de.kim.events.ReachProof;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID EVENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID REFERRAL = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID OFFER = UUID.fromString("00000000-0000-4000-8000-000000000003");
    private static final PlanMessage PLAN =
            PlanMessage.because(EVENT, REFERRAL, OFFER, MessageKind.OFFER, Channel.EMAIL);
    private static final UUID ID = PLAN.messageId();
    private static final MessageHistory.Planned PLANNED =
            new MessageHistory.Planned(ID, REFERRAL, OFFER, MessageKind.OFFER, Channel.EMAIL);
    private static final MessageHistory.Sent SENT =
            new MessageHistory.Sent(ID, REFERRAL, OFFER, MessageKind.OFFER, Channel.EMAIL, NOW);
    private static final MessageHistory.Reached REACHED =
            new MessageHistory.Reached(ID, REFERRAL, OFFER, ReachProof.LINK_OPENED, NOW);

    private final FixtureConfiguration<Message> message = new AggregateTestFixture<>(Message.class);

    @Test
    void an_event_leads_to_one_message_a_channel_however_often_it_is_heard() {
        assertThat(PlanMessage.because(EVENT, REFERRAL, OFFER, MessageKind.OFFER, Channel.EMAIL))
                .isEqualTo(PLAN);
        assertThat(
                        PlanMessage.because(EVENT, REFERRAL, OFFER, MessageKind.OFFER, Channel.SMS)
                                .messageId())
                .isNotEqualTo(ID);
        message.givenNoPriorActivity().when(PLAN).expectEvents(PLANNED);
    }

    @Test
    void a_message_is_planned_once() {
        message.given(PLANNED).when(PLAN).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void a_message_is_sent_once() {
        message.given(PLANNED).when(new RecordSending(ID, NOW)).expectEvents(SENT);
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, SENT)
                .when(new RecordSending(ID, NOW.plusSeconds(60)))
                .expectNoEvents();
    }

    @Test
    void what_is_left_to_another_channel_is_neither_sent_nor_failed() {
        message.given(PLANNED)
                .when(new SkipMessage(ID))
                .expectResultMessagePayload(true)
                .expectEvents(new MessageHistory.Skipped(ID));
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, new MessageHistory.Skipped(ID))
                .when(new RecordFailure(ID, DeliveryFailure.GAVE_UP))
                .expectResultMessagePayload(false)
                .expectNoEvents();
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, SENT)
                .when(new SkipMessage(ID))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void a_delivery_is_recorded_once_and_is_no_reach() {
        MessageHistory.Delivered delivered = new MessageHistory.Delivered(ID, NOW);
        message.given(PLANNED, SENT).when(new RecordDelivery(ID, NOW)).expectEvents(delivered);
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, SENT, delivered)
                .when(new RecordDelivery(ID, NOW.plusSeconds(1)))
                .expectNoEvents();
    }

    @Test
    void opening_the_link_is_recorded_once() {
        RecordReach opened = new RecordReach(ID, ReachProof.LINK_OPENED, NOW);
        message.given(PLANNED, SENT).when(opened).expectEvents(REACHED);
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, SENT, REACHED)
                .when(new RecordReach(ID, ReachProof.TOLD_IN_PERSON, NOW))
                .expectNoEvents();
    }

    @Test
    void a_link_opened_before_its_sending_was_recorded_counts() {
        message.given(PLANNED)
                .when(new RecordReach(ID, ReachProof.LINK_OPENED, NOW))
                .expectEvents(REACHED);
    }

    @Test
    void what_was_sent_cannot_fail_to_be_sent() {
        message.given(PLANNED, SENT)
                .when(new RecordFailure(ID, DeliveryFailure.REFUSED))
                .expectNoEvents();
    }

    @Test
    void what_was_sent_can_bounce_until_it_reached_the_person() {
        MessageHistory.Failed bounced =
                new MessageHistory.Failed(
                        ID, REFERRAL, OFFER, Channel.EMAIL, DeliveryFailure.BOUNCED);
        message.given(PLANNED, SENT)
                .when(new RecordBounce(ID))
                .expectEvents(bounced)
                .expectResultMessagePayload(true);
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, SENT, bounced)
                .when(new RecordBounce(ID))
                .expectNoEvents()
                .expectResultMessagePayload(false);
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, SENT, REACHED)
                .when(new RecordBounce(ID))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void a_failure_is_recorded_once() {
        MessageHistory.Failed failed =
                new MessageHistory.Failed(
                        ID, REFERRAL, OFFER, Channel.EMAIL, DeliveryFailure.NO_ADDRESS);
        RecordFailure command = new RecordFailure(ID, DeliveryFailure.NO_ADDRESS);
        message.given(PLANNED).when(command).expectEvents(failed);
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, failed)
                .when(command)
                .expectNoEvents();
    }

    @Test
    void asking_for_help_is_recorded_once_and_each_lock() {
        MessageHistory.HelpAsked asked = new MessageHistory.HelpAsked(ID, NOW);
        message.given(PLANNED, SENT).when(new AskForHelp(ID, NOW)).expectEvents(asked);
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, SENT, asked)
                .when(new AskForHelp(ID, NOW.plusSeconds(60)))
                .expectNoEvents();
        new AggregateTestFixture<>(Message.class)
                .given(PLANNED, SENT, new MessageHistory.Locked(ID, NOW))
                .when(new RecordLock(ID, NOW.plusSeconds(60)))
                .expectEvents(new MessageHistory.Locked(ID, NOW.plusSeconds(60)));
    }
}
