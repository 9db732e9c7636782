package de.kim.kit.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A line to PostgreSQL that can be cut at the worst moment: the server has the request, and the
 * client never gets the answer.
 */
final class CutConnection implements AutoCloseable {
    private final URI server;
    private final ServerSocket door;
    private final AtomicBoolean cut = new AtomicBoolean();

    private CutConnection(URI server, ServerSocket door) {
        this.server = server;
        this.door = door;
    }

    /** To the server of a JDBC URL. */
    static CutConnection to(String jdbcUrl) throws IOException {
        CutConnection line =
                new CutConnection(
                        URI.create(jdbcUrl.substring("jdbc:".length())),
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.startVirtualThread(line::accept);
        return line;
    }

    /** The same database by this line. */
    String url() {
        return "jdbc:postgresql://%s:%d%s"
                .formatted(
                        door.getInetAddress().getHostAddress(),
                        door.getLocalPort(),
                        server.getPath());
    }

    /** The next request gets through, its answer does not. */
    void behindTheNextRequest() {
        cut.set(true);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket target = new Socket(server.getHost(), server.getPort());
                Thread.startVirtualThread(() -> requests(client, target));
                Thread.startVirtualThread(() -> answers(client, target));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void requests(Socket client, Socket target) {
        try {
            InputStream in = client.getInputStream();
            OutputStream out = target.getOutputStream();
            byte[] buffer = new byte[65536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (cut.compareAndSet(true, false)) {
                    client.close();
                }
                out.write(buffer, 0, read);
            }
            target.shutdownOutput();
        } catch (IOException e) {
            // Cut.
        }
    }

    private void answers(Socket client, Socket target) {
        try (target) {
            target.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // Cut; the server has read the request by now or will.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
