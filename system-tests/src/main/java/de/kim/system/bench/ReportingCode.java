package de.kim.system.bench;

import de.kim.local.Installation;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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

    private static Object part(Object result, String name) throws ReflectiveOperationException {
        return result.getClass().getMethod(name).invoke(result);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
