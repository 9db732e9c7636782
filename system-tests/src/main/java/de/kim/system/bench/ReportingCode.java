package de.kim.system.bench;

import de.kim.events.Envelope;
import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.RawEvent;
import de.kim.local.Installation;
import de.kim.rules.tree.Hash;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rebuild of reporting-service, run in this JVM: its plain classes, as Maven compiled them,
 * above the kit of this class path. So it has the heap, compiler and pool that the others have.
 */
final class ReportingCode implements AutoCloseable {
    private final Path classes =
            Installation.found().root().resolve("reporting-service/target/classes");
    private final URLClassLoader loader;
    private final Constructor<?> rebuild;

    ReportingCode() throws IOException, ReflectiveOperationException {
        loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        rebuild =
                Class.forName("de.kim.reporting.read.Rebuild", true, loader)
                        .getConstructor(DataSource.class);
    }

    /** Creates the tables of the kit and of the reporting-service. */
    void migrate(Database database) {
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/kit", "filesystem:" + classes.resolve("db/service"))
                .placeholders(Map.of("role", database.user()))
                .load()
                .migrate();
    }

    /**
     * What one rebuild did, as {@code RebuildResult} says it.
     *
     * @param millis without the comparison with the live report
     * @param divergent rows of the live report that differed
     */
    record Rebuilt(long events, long millis, long divergent) {}

    Rebuilt rebuild(DataSource pool) throws ReflectiveOperationException {
        var service = rebuild.newInstance(pool);
        var result = service.getClass().getMethod("run").invoke(service);
        var divergence = part(result, "divergence");
        return new Rebuilt(
                (long) part(result, "events"),
                (long) part(result, "rebuildMillis"),
                (long) part(divergence, "rows"));
    }

    /** How the running service takes an event, but for the mark of its inbox. */
    final class Live {
        private final CloudEventJson json = new CloudEventJson();
        private final TransactionTemplate transaction;
        private final Object ledger;
        private final Object report;

        private Live(DataSource pool) throws ReflectiveOperationException {
            transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            var jdbc = JdbcClient.create(pool);
            var alarmsClass = Class.forName("de.kim.reporting.read.LedgerAlarms", true, loader);
            var alarms =
                    alarmsClass
                            .getConstructor(JdbcClient.class, Clock.class, MeterRegistry.class)
                            .newInstance(jdbc, Clock.systemUTC(), new SimpleMeterRegistry());
            var ledgerClass = Class.forName("de.kim.reporting.read.Ledger", true, loader);
            ledger =
                    ledgerClass
                            .getConstructor(JdbcClient.class, alarmsClass)
                            .newInstance(jdbc, alarms);
            report =
                    Class.forName("de.kim.reporting.read.ReportProjection", true, loader)
                            .getConstructor(ledgerClass, JdbcTemplate.class)
                            .newInstance(ledger, new JdbcTemplate(pool));
        }

        /** Takes one event into ledger and report, in one transaction. */
        void take(Envelope envelope) {
            transaction.executeWithoutResult(status -> takeInTransaction(envelope));
        }

        private void takeInTransaction(Envelope envelope) {
            try {
                ledger.getClass()
                        .getMethod("append", RawEvent.class, PublicEvent.class)
                        .invoke(ledger, raw(envelope), envelope.event());
                report.getClass().getMethod("project", Envelope.class).invoke(report, envelope);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private RawEvent raw(Envelope envelope) {
            return new RawEvent(
                    envelope.id(),
                    Topic.REFERRALS,
                    envelope.source(),
                    envelope.subject(),
                    envelope.sequence(),
                    envelope.type(),
                    envelope.time(),
                    json.write(envelope));
        }
    }

    Live live(DataSource pool) throws ReflectiveOperationException {
        return new Live(pool);
    }

    /**
     * One proof of inclusion.
     *
     * @param path from the leaf to the root
     */
    record Proof(Hash leaf, Hash root, List<Hash> path) {}

    /** The service's tree; its methods are for the service's own package. */
    final class Tree {
        private final Object tree;
        private final Method leaf;
        private final Method root;
        private final Method inclusion;

        private Tree(DataSource pool) throws ReflectiveOperationException {
            var type = Class.forName("de.kim.reporting.read.LedgerTree", true, loader);
            tree = type.getConstructor(JdbcTemplate.class).newInstance(new JdbcTemplate(pool));
            leaf = type.getDeclaredMethod("leaf", long.class);
            root = type.getDeclaredMethod("root", long.class);
            inclusion = type.getDeclaredMethod("inclusion", long.class, long.class);
            leaf.setAccessible(true);
            root.setAccessible(true);
            inclusion.setAccessible(true);
        }

        /** As the endpoint does it, but for the head and the last checkpoint. */
        Proof prove(long index, long size) throws ReflectiveOperationException {
            return new Proof(
                    (Hash) leaf.invoke(tree, index),
                    (Hash) root.invoke(tree, size),
                    ((List<?>) inclusion.invoke(tree, index, size))
                            .stream().map(Hash.class::cast).toList());
        }
    }

    Tree tree(DataSource pool) throws ReflectiveOperationException {
        return new Tree(pool);
    }

    private static Object part(Object result, String name) throws ReflectiveOperationException {
        return result.getClass().getMethod(name).invoke(result);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
