package de.kim.referral.write;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which referrals are of one person, by the pseudonym. */
@Repository
class PeopleLinked {
    private static final String OPEN =
            """
            select v.referral_id
            from vault.person p
            join referral_view v using (referral_id)
            where p.person = ? and v.state in ('REQUESTED', 'TESTED')
                and not exists (select from referral_link l
                    where l.linked_referral_id = v.referral_id)
            order by v.number
            """;

    private final JdbcClient jdbc;

    PeopleLinked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The open referral that stands for the person. Whoever ends a referral writes its row too: it
     * stays open until the unit of work ends.
     */
    Optional<UUID> standing(UUID person) {
        return jdbc.sql(OPEN + " limit 1 for update of v")
                .param(person)
                .query(UUID.class)
                .optional();
    }

    /** The open referrals of the person that stand for themselves. */
    List<UUID> open(UUID person) {
        return jdbc.sql(OPEN + " for update of v").param(person).query(UUID.class).list();
    }

    /** A referral that does not stand for the person. */
    record Linked(UUID referralId, UUID person) {}

    /** The open referrals for which this one stands, the oldest first. */
    List<Linked> linkedTo(UUID standing) {
        return jdbc.sql(
                        """
                        select v.referral_id, p.person
                        from referral_link l
                        join referral_view v on v.referral_id = l.linked_referral_id
                        join vault.person p on p.referral_id = v.referral_id
                        where l.referral_id = ? and v.state in ('REQUESTED', 'TESTED')
                        order by v.number
                        for update of v
                        """)
                .param(standing)
                .query(Linked.class)
                .list();
    }

    Optional<UUID> person(UUID referralId) {
        return jdbc.sql("select person from vault.person where referral_id = ? for update")
                .param(referralId)
                .query(UUID.class)
                .optional();
    }

    UUID older(UUID one, UUID other) {
        return jdbc.sql(
                        """
                        select referral_id from referral_view where referral_id in (?, ?)
                        order by number limit 1
                        """)
                .params(one, other)
                .query(UUID.class)
                .single();
    }

    /** Two pseudonyms turn out to be one person's. */
    void merge(UUID from, UUID into) {
        jdbc.sql("update vault.person set person = ? where person = ?").params(into, from).update();
    }
}
