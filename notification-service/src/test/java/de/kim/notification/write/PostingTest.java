package de.kim.notification.write;

import de.kim.events.Channel;
import de.kim.events.DeliveryFailure;
import de.kim.events.MessageKind;
import de.kim.events.ReachProof;
import de.kim.kit.testing.RefusedWith;
import de.kim.notification.write.MessageHistory.Failed;
import de.kim.notification.write.MessageHistory.Planned;
import de.kim.notification.write.MessageHistory.Posted;
import de.kim.notification.write.MessageHistory.Reached;
import de.kim.notification.write.MessageHistory.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Letters, and how they are posted. */
class PostingTest {
    /** In Osnabrück it is the 24th already. */
    private static final Instant LATE = Instant.parse("2026-11-23T23:30:00Z");

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final UUID MAIL = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID REFERRAL = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID OFFER = UUID.fromString("00000000-0000-4000-8000-000000000003");
    private static final UUID ID =
            PlanMessage.because(MAIL, REFERRAL, OFFER, MessageKind.OFFER, Channel.LETTER)
                    .messageId();
    private static final Planned PLANNED = planned(Channel.LETTER);
    private static final Sent SENT = sent(Channel.LETTER);
    private static final Reached REACHED =
            new Reached(ID, REFERRAL, OFFER, ReachProof.POST_FICTION, LATE);

    @Test
    void a_letter_that_comes_back_did_not_arrive_whatever_its_fourth_day_says() {
        MessageHistory.Failed back =
                new MessageHistory.Failed(
                        ID, REFERRAL, OFFER, Channel.LETTER, DeliveryFailure.BOUNCED);
        given(PLANNED, SENT).when(new RecordReturn(ID)).expectEvents(back);
        given(PLANNED, SENT, new Posted(ID, DAY), REACHED)
                .when(new RecordReturn(ID))
                .expectResultMessagePayload(true)
                .expectEvents(back);
        given(PLANNED, SENT, new Posted(ID, DAY), REACHED, back)
                .when(new RecordReturn(ID))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void who_opened_the_link_has_the_letter_and_none_comes_back() {
        Reached opened = new Reached(ID, REFERRAL, OFFER, ReachProof.LINK_OPENED, LATE);
        given(PLANNED, SENT, new Posted(ID, DAY), REACHED)
                .when(new RecordReach(ID, ReachProof.LINK_OPENED, LATE))
                .expectEvents(opened);
        given(PLANNED, SENT, new Posted(ID, DAY), REACHED, opened)
                .when(new RecordReturn(ID))
                .expectException(RefusedWith.refused(NotificationRefusal.LETTER_NOT_WAITING))
                .expectNoEvents();
        given(planned(Channel.EMAIL), sent(Channel.EMAIL))
                .when(new RecordReturn(ID))
                .expectException(RefusedWith.refused(NotificationRefusal.LETTER_NOT_WAITING))
                .expectNoEvents();
    }

    @Test
    void a_letter_is_posted_on_the_day_it_was_written_or_later() {
        given(PLANNED, SENT).when(post(DAY)).expectEvents(new Posted(ID, DAY));
        given(PLANNED, SENT)
                .when(post(DAY.minusDays(1)))
                .expectException(RefusedWith.refused(NotificationRefusal.POSTED_ON_OUT_OF_RANGE))
                .expectNoEvents();
    }

    @Test
    void the_same_day_again_is_no_news_and_another_puts_it_right() {
        given(PLANNED, SENT, new Posted(ID, DAY)).when(post(DAY)).expectNoEvents();
        given(PLANNED, SENT, new Posted(ID, DAY))
                .when(post(DAY.plusDays(1)))
                .expectEvents(new Posted(ID, DAY.plusDays(1)));
    }

    @Test
    void what_is_no_letter_on_its_way_cannot_be_posted() {
        Failed failed = new Failed(ID, REFERRAL, OFFER, Channel.LETTER, DeliveryFailure.NO_ADDRESS);
        for (List<MessageHistory> history :
                List.<List<MessageHistory>>of(
                        List.of(PLANNED),
                        List.of(planned(Channel.EMAIL), sent(Channel.EMAIL)),
                        List.of(PLANNED, failed),
                        List.of(PLANNED, SENT, REACHED))) {
            given(history.toArray())
                    .when(post(DAY))
                    .expectException(RefusedWith.refused(NotificationRefusal.LETTER_NOT_WAITING))
                    .expectNoEvents();
        }
    }

    @Test
    void when_it_counts_as_arrived_the_day_stays() {
        given(PLANNED, SENT, new Posted(ID, DAY), REACHED).when(post(DAY)).expectNoEvents();
    }

    private static TestExecutor<Message> given(Object... history) {
        return new AggregateTestFixture<>(Message.class).given(history);
    }

    private static RecordPosting post(LocalDate day) {
        return new RecordPosting(ID, day);
    }

    private static Planned planned(Channel channel) {
        return new Planned(ID, REFERRAL, OFFER, MessageKind.OFFER, channel);
    }

    private static Sent sent(Channel channel) {
        return new Sent(ID, REFERRAL, OFFER, MessageKind.OFFER, channel, LATE);
    }
}
