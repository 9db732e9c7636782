package de.kim.allocation.plumbing;

import de.kim.allocation.read.ForeseenLottery;
import de.kim.rules.Lottery;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One number per person for life, drawn with the seed of the quarter in which the person first
 * waits. The seed is secret until the quarter closes: it stands in this service's database and
 * nowhere else.
 */
public class LotteryBox implements ForeseenLottery {
    private static final int SEED_BYTES = 32;

    private final JdbcClient jdbc;
    private final String configuredSeed;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param configuredSeed hexadecimal; empty: drawn at random
     */
    public LotteryBox(JdbcClient jdbc, String configuredSeed) {
        this.jdbc = jdbc;
        this.configuredSeed = configuredSeed;
    }

    /** Draws for everybody who has no number yet. */
    public void drawMissing(LocalDate today) {
        List<UUID> people =
                jdbc.sql(
                                """
                                select distinct person from placement p
                                where not exists (select 1 from lottery_number n
                                    where n.person = p.person)
                                """)
                        .query(UUID.class)
                        .list();
        if (people.isEmpty()) {
            return;
        }
        String quarter = quarterOf(today);
        byte[] seed = seed(quarter);
        for (UUID person : people) {
            jdbc.sql(
                            """
                            insert into lottery_number (person, number, quarter) values (?, ?, ?)
                            on conflict (person) do nothing
                            """)
                    .params(person, Lottery.number(seed, person), quarter)
                    .update();
        }
    }

    @Override
    public Draw on(LocalDate day) {
        Optional<byte[]> kept = kept(quarterOf(day));
        byte[] seed = kept.orElseGet(this::freshSeed);
        return new Draw(
                person -> Lottery.number(seed, person),
                kept.isPresent() || !configuredSeed.isBlank());
    }

    /** Such as 2026Q4. */
    static String quarterOf(LocalDate day) {
        return day.getYear() + "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    private byte[] seed(String quarter) {
        byte[] fresh = freshSeed();
        jdbc.sql(
                        """
                        insert into lottery_seed (quarter, seed, commitment) values (?, ?, ?)
                        on conflict (quarter) do nothing
                        """)
                .params(quarter, fresh, Lottery.commitment(fresh))
                .update();
        return kept(quarter).orElseThrow();
    }

    private Optional<byte[]> kept(String quarter) {
        return jdbc.sql("select seed from lottery_seed where quarter = ?")
                .param(quarter)
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    private byte[] freshSeed() {
        if (!configuredSeed.isBlank()) {
            return HexFormat.of().parseHex(configuredSeed.strip());
        }
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }
}
