package org.muniment.anchor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.ConsistencyProof;
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.ProofIsInvalid;

/// A witness of one log on this machine, after C2SP tlog-witness: it remembers, checks, and signs with the time.
final class LocalWitness implements AutoCloseable {
    private static final String NAME = "witness.example/w1";

    private final NoteVerifier log;
    private final KeyPair pair;
    private final HttpServer server;
    private Optional<Checkpoint> seen = Optional.empty();
    volatile int asked;
    /// A test may have it give another time, or sign badly.
    volatile Instant time = Instant.now();
    volatile boolean isForging;

    LocalWitness(NoteVerifier log) throws IOException {
        this.log = log;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/of/logs/add-checkpoint", this::serve);
        server.start();
    }

    /// Forgets what it saw, or learns of something else.
    void hasSeen(Optional<Checkpoint> checkpoint) {
        seen = checkpoint;
    }

    void nameIn(Path dataFolder) throws IOException {
        Path settings = dataFolder.resolve("anchors.properties");
        String others = Files.exists(settings) ? Files.readString(settings) : "";
        Files.writeString(settings, others + """
                witnesses = w1
                witness.w1.address = http://localhost:%d/of/logs
                witness.w1.key = %s
                """.formatted(server.getAddress().getPort(), key()));
    }

    String key() {
        byte[] typed = new byte[33];
        typed[0] = 4;
        System.arraycopy(raw(), 0, typed, 1, 32);
        return NAME + "+" + HexFormat.of().formatHex(keyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private byte[] raw() {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private byte[] keyId() {
        byte[] name = (NAME + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] hashed = Arrays.copyOf(name, name.length + 33);
        hashed[name.length] = 4;
        System.arraycopy(raw(), 0, hashed, name.length + 1, 32);
        return Arrays.copyOf(TokenCheck.sha256(hashed), 4);
    }

    private void serve(HttpExchange exchange) throws IOException {
        asked++;
        try (exchange) {
            String asking = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int blank = asking.indexOf("\n\n");
            List<String> lines = asking.substring(0, blank).lines().toList();
            Checkpoint checkpoint = Checkpoint.parse(asking.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
            long old = Long.parseLong(lines.getFirst().substring("old ".length()));
            long known = seen.map(Checkpoint::size).orElse(0L);
            if (!checkpoint.origin().equals(log.name())) say(exchange, 404, "");
            else if (!isSigned(checkpoint)) say(exchange, 403, "");
            else if (old != known) say(exchange, 409, known + "\n");
            else if (!isGrown(checkpoint, lines.subList(1, lines.size()))) say(exchange, 422, "");
            else {
                seen = Optional.of(checkpoint);
                say(exchange, 200, cosignature(checkpoint));
            }
        } catch (NoteIsMalformed e) {
            say(exchange, 400, "");
        }
    }

    private boolean isSigned(Checkpoint checkpoint) {
        try {
            LogVerifier.verify(checkpoint, log);
            return true;
        } catch (ProofIsInvalid e) {
            return false;
        }
    }

    private boolean isGrown(Checkpoint checkpoint, List<String> proof) throws NoteIsMalformed {
        if (seen.isEmpty()) return proof.isEmpty();
        List<Hash> path = new ArrayList<>();
        for (String hash : proof) path.add(Hash.parse(hash));
        try {
            var consistency = new ConsistencyProof(seen.get().size(), checkpoint.size(), path);
            LogVerifier.verify(consistency, seen.get().root(), checkpoint.root());
            return true;
        } catch (ProofIsInvalid e) {
            return false;
        }
    }

    private String cosignature(Checkpoint checkpoint) {
        try {
            String text = checkpoint.note().text();
            String said = "cosignature/v1\ntime " + time.getEpochSecond() + "\n" + (isForging ? "other\n" : text);
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(said.getBytes(StandardCharsets.UTF_8));
            byte[] line = ByteBuffer.allocate(4 + 8 + 64)
                    .put(keyId())
                    .putLong(time.getEpochSecond())
                    .put(ed25519.sign())
                    .array();
            String stranger = "— stranger.example " + Base64.getEncoder().encodeToString(new byte[40]) + "\n";
            return stranger + "— " + NAME + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
