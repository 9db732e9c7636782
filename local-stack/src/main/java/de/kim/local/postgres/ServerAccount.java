package de.kim.local.postgres;

import de.kim.local.KimHome;
import de.kim.local.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user PostgreSQL runs as. It refuses to be root; so root becomes {@code nobody} where that
 * user can reach the folder, and else stays the owner of the files but shows as {@code nobody}
 * inside a user namespace of its own.
 */
enum ServerAccount {
    /** The user of the command line itself. */
    SAME(List.of()),
    /** The user {@code nobody}, who then owns the data. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")),
    /** Root in a user namespace. */
    NAMESPACE(List.of("unshare", "-U"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    ServerAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * The account for a data folder: the one that already owns it, or the first that works.
     *
     * @param data the folder, which may not exist yet
     */
    static ServerAccount forData(Path data) {
        var folder = data.getParent();
        if (folder == null || owner(folder) != 0) {
            return SAME;
        }
        if (Files.exists(data)) {
            return owner(data) == 0 ? NAMESPACE : NOBODY;
        }
        if (works(NOBODY.command(List.of("test", "-x", folder.toString())))) {
            return NOBODY;
        }
        if (works(NAMESPACE.command(List.of("test", "-x", folder.toString())))) {
            return NAMESPACE;
        }
        throw new Trouble(
                "PostgreSQL must not run as root, and no other user can reach %s."
                        .formatted(folder),
                "Run ./kim as an ordinary user, or set KIM_HOME to a folder that every user can pass through.");
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Creates a folder that this account owns and no one else can read. */
    void ownFolder(Path folder) {
        KimHome.directory(folder, "rwx------");
        own(folder);
    }

    void own(Path path) {
        if (this == NOBODY) {
            try {
                Files.setAttribute(path, "unix:uid", NOBODY_ID);
                Files.setAttribute(path, "unix:gid", NOBODY_ID);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static int owner(Path path) {
        try {
            return Files.getAttribute(path, "unix:uid") instanceof Integer uid ? uid : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
