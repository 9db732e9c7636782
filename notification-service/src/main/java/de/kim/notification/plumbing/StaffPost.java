package de.kim.notification.plumbing;

import de.kim.notification.plumbing.StaffMails.Claimed;
import de.kim.notification.read.Mailbox;
import de.kim.notification.read.Mailboxes;
import de.kim.notification.read.Noticeboard;
import de.kim.notification.read.StaffMailText;
import de.kim.notification.read.StaffSettings;
import de.kim.notification.write.Audience;
import de.kim.notification.write.StaffNews;
import de.kim.notification.write.TellStaff;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends mails to offices, as the {@link Postman} does to people: at least once, never lost, the
 * same Message-ID in every attempt.
 */
@Component
class StaffPost {
    private static final Logger log = LoggerFactory.getLogger(StaffPost.class);
    private static final TellStaff BROKEN =
            new TellStaff(StaffNews.MAILBOX_FAILED, Audience.COORDINATOR, null, null, null, null);

    private final StaffDesk desk;
    private final StaffMails mails;
    private final Mailboxes mailboxes;
    private final Noticeboard board;
    private final MailServer mailServer;
    private final StaffSettings settings;
    private final MailSettings mail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffPost(
            StaffDesk desk,
            StaffMails mails,
            Mailboxes mailboxes,
            Noticeboard board,
            MailServer mailServer,
            StaffSettings settings,
            MailSettings mail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.desk = desk;
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.board = board;
        this.mailServer = mailServer;
        this.settings = settings;
        this.mail = mail;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${kim.staff.round}")
    void round() {
        try {
            desk.work();
            boolean more = true;
            while (more) {
                more = sendNext();
            }
        } catch (RuntimeException e) {
            // the database is away: what is stored is done in the next round
            log.warn("offices could not be told", e);
        }
    }

    private boolean sendNext() {
        Optional<Claimed> next = mails.claim();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Claimed claimed) {
        Optional<Mailbox> box = mailboxes.find(claimed.body());
        String address = box.map(Mailbox::address).orElse(null);
        if (box.isEmpty() || address == null) {
            // it waits, with its items, for the body to say where
            mails.failed(claimed.mailId(), "NO_MAILBOX");
            return;
        }
        StaffMailText text =
                new StaffMailText(
                        box.get().language(),
                        mails.items(claimed.mailId()),
                        claimed.digest(),
                        settings);
        switch (mailServer.hand(claimed.mailId(), claimed.body(), address, text)) {
            case Handover.Done done -> mails.sent(claimed.mailId());
            case Handover.Impossible impossible ->
                    failed(claimed.mailId(), impossible.cause().name());
            case Handover.Later later -> {
                if (clock.instant().isAfter(claimed.plannedAt().plus(mail.giveUpAfter()))) {
                    failed(claimed.mailId(), "GAVE_UP");
                } else {
                    mails.tryAgain(claimed, later.trouble());
                }
            }
        }
    }

    /**
     * A mailbox that takes nothing is told to the coordination; its mails wait for a better one.
     * Answers whether it is a mail to an office, and news.
     */
    boolean failed(UUID mailId, String trouble) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            boolean news = mails.failed(mailId, trouble);
                            if (news) {
                                board.put(List.of(BROKEN), mailId);
                            }
                            return news;
                        }));
    }
}
