package de.kim.local.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a broker whether it serves, without the weight of a client: one {@code ApiVersions} request
 * of version 0.
 */
public final class KafkaProbe {
    private static final int API_VERSIONS = 18;
    private static final int CORRELATION = 20_261_123;
    private static final int TIMEOUT_MS = 2_000;

    private KafkaProbe() {}

    /**
     * @param bootstrap {@code HOST:PORT}, or several with commas, of which the first is asked
     */
    public static boolean answers(String bootstrap) {
        var first = bootstrap.split(",", 2)[0];
        var colon = first.lastIndexOf(':');
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            first.substring(0, colon),
                            Integer.parseInt(first.substring(colon + 1))),
                    TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10); // the length of what follows
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(CORRELATION);
            out.writeShort(-1); // no client id
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 4 && in.readInt() == CORRELATION && in.readShort() == 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
