package de.kim.local.postgres;

import de.kim.local.Folders;
import de.kim.local.KimHome;
import de.kim.local.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalLong;

/**
 * The data of the one PostgreSQL cluster.
 *
 * @param path where it lies
 */
record DataFolder(Path path) {

    /**
     * Creates the cluster if there is none; one that was cut short is thrown away and made again.
     */
    void create(PostgresBinaries binaries, String password) {
        if (Files.exists(path)) {
            return;
        }
        var account = account();
        var partial = path.resolveSibling("data.partial");
        var passwordFile = path.resolveSibling("password.new");
        try {
            Folders.delete(partial);
            account.ownFolder(partial);
            Files.deleteIfExists(passwordFile);
            KimHome.privateFile(passwordFile, password);
            account.own(passwordFile);
            run(
                    account.command(
                            List.of(
                                    binaries.program("initdb").toString(),
                                    "--pgdata=" + partial,
                                    "--username=" + Databases.ADMINISTRATOR,
                                    "--pwfile=" + passwordFile,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8")));
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user its server runs as. */
    ServerAccount account() {
        return ServerAccount.forData(path);
    }

    /**
     * The pid of a server that works on this data although our pid file does not know it. A lock
     * file that names a process of another program (its pid was used again) is stale and removed:
     * PostgreSQL would trust it.
     */
    OptionalLong server() {
        var lock = path.resolve("postmaster.pid");
        try {
            if (!Files.exists(lock)) {
                return OptionalLong.empty();
            }
            var pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            if (ProcessHandle.of(pid).filter(this::isServer).isPresent()) {
                return OptionalLong.of(pid);
            }
            Files.delete(lock);
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    private boolean isServer(ProcessHandle process) {
        return process.info().command().filter(c -> Path.of(c).startsWith(folder())).isPresent();
    }

    private Path folder() {
        return path.resolve("..").normalize();
    }

    private static void run(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .directory(new java.io.File("/"))
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Trouble(
                        "PostgreSQL's data folder cannot be created.",
                        "This is what initdb said:",
                        output.lines().toList());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(
                    "Interrupted while creating the data folder.", "Run ./kim up again.", e);
        }
    }
}
