package org.muniment.ingest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/// This is what peers outside an archive were told, whatever becomes of the archive: which message is kept under which
/// number, and how often they were put off.
final class SmtpLedger {
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<Long> sinceMark = ConcurrentHashMap.newKeySet();
    private volatile boolean marked;
    private final Map<String, LongAdder> replies = new ConcurrentHashMap<>();
    private final List<String> wrongs = new CopyOnWriteArrayList<>();

    /// A peer was answered. Only the reply to a whole message may say that it is kept.
    void heard(String command, String reply, byte[] message) {
        String code = reply.isEmpty() ? "closed" : reply.substring(0, 3);
        replies.computeIfAbsent(command + " " + code, key -> new LongAdder()).increment();
        if (code.startsWith("5")) wrongs.add("a good " + command + " was refused for ever: " + reply);
        if (reply.startsWith("250 2.0.0 Kept as ")) keep(reply.substring("250 2.0.0 Kept as ".length()), message);
    }

    /// From now on what is acknowledged may be taken back: the power is about to go, at a moment that cannot be told to
    /// the message.
    void mark() {
        sinceMark.clear();
        marked = true;
    }

    /// Takes back what was acknowledged since the mark; nobody may be in a session.
    void forgetSinceMark() {
        marked = false;
        acknowledged.keySet().removeAll(sinceMark);
        sinceMark.clear();
    }

    private void keep(String number, byte[] message) {
        String hash = hash(message);
        if (marked) sinceMark.add(Long.valueOf(number));
        String other = acknowledged.put(Long.valueOf(number), hash);
        if (other != null && !other.equals(hash)) wrongs.add("number " + number + " was given to two messages");
    }

    /// The hash of every message that was acknowledged, under its number, up to now.
    SortedMap<Long, String> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    int size() {
        return acknowledged.size();
    }

    /// Waits until so many more were acknowledged, or put off, or the process has ended; at most for ten seconds.
    void awaitMore(int answers, BareProcess process) throws InterruptedException {
        long enough = count(".", "250") + putOff() + answers;
        for (int tries = 0; tries < 2_000 && process.isAlive(); tries++) {
            if (count(".", "250") + putOff() >= enough) return;
            Thread.sleep(5);
        }
    }

    /// How often a reply's code was heard after a command: `MAIL`, `DATA`, `BDAT` or `.` for the end of a message.
    long count(String command, String code) {
        LongAdder count = replies.get(command + " " + code);
        return count == null ? 0 : count.sum();
    }

    /// How often a peer was not told that its message is kept, though it had been sent whole.
    long putOff() {
        return replies.entrySet().stream()
                .filter(reply ->
                        reply.getKey().startsWith(". ") && !reply.getKey().equals(". 250"))
                .mapToLong(reply -> reply.getValue().sum())
                .sum();
    }

    /// What no server may say.
    List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    @Override
    public String toString() {
        List<String> counts = new ArrayList<>();
        new TreeMap<>(replies).forEach((reply, count) -> counts.add(reply + ": " + count));
        return String.join(", ", counts);
    }

    static String hash(byte[] message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
