package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.muniment.simulation.SimulatedDisk;

/// What one process of a [Story] does, one act after another.
final class Work {
    private final Archive archive;
    private final SimulatedDisk disk;
    private final StoryClock clock;
    private final Random random;
    private final Ledger ledger;
    private final Oracle oracle;
    private final long faultsBefore;
    private final ScarceRoom room;

    /// A message on its way.
    private record Sent(byte[] raw, Envelope envelope, CompletableFuture<Receipt> receipt) {}

    Work(
            Archive archive,
            SimulatedDisk disk,
            StoryClock clock,
            Random random,
            Ledger ledger,
            Oracle oracle,
            long faultsBefore) {
        this.archive = archive;
        this.disk = disk;
        this.clock = clock;
        this.random = random;
        this.ledger = ledger;
        this.oracle = oracle;
        this.faultsBefore = faultsBefore;
        this.room = new ScarceRoom(disk, faultsBefore);
    }

    void act() throws IOException {
        switch (random.nextInt(34)) {
            case 0 -> deliverLarge();
            case 1 -> deliverOne(30_000);
            case 2, 3, 4, 5 -> publish();
            case 6, 7 -> clock.pass(Duration.ofHours(1 + random.nextInt(30)));
            case 8 -> clock.pass(Duration.ofDays(random.nextInt(9)));
            case 9, 10, 11 -> retry();
            case 12, 13, 14 -> record();
            case 15, 16 -> read();
            case 17 -> fillOrFree();
            case 18 -> deliverTwiceAtOnce();
            case 32 -> rotate();
            case 33 -> destroyOldRoots();
            case 19, 20, 21, 22 -> deliverMany(2 + random.nextInt(6));
            default -> deliver();
        }
    }

    void deliver() throws IOException {
        deliverOne(random.nextInt(3_000));
    }

    /// Through the stream; the largest through a spool file.
    private void deliverLarge() throws IOException {
        byte[] raw = new byte[random.nextInt(32) == 0 ? 4_500_000 : 270_000 + random.nextInt(50_000)];
        new SplittableRandom(random.nextLong()).nextBytes(raw);
        var sent = new ArrayList<Sent>();
        send(raw, envelope(), sent);
        hear(sent);
    }

    private void deliverOne(int bytes) throws IOException {
        var sent = new ArrayList<Sent>();
        send(Fixture.bytes(random, bytes), envelope(), sent);
        hear(sent);
    }

    /// The first one alone in a batch, the rest together.
    private void deliverMany(int count) throws IOException {
        var sent = new ArrayList<Sent>();
        clock.hold();
        try {
            for (int i = 0; i < count; i++) {
                int bytes = random.nextInt(10) == 0 ? 12_000 : random.nextInt(3_000);
                send(Fixture.bytes(random, bytes), envelope(), sent);
                if (sent.size() == 1 && i == 0) clock.awaitHeld();
            }
        } finally {
            clock.release();
        }
        hear(sent);
    }

    private void deliverTwiceAtOnce() throws IOException {
        byte[] raw = Fixture.bytes(random, random.nextInt(3_000));
        var sent = new ArrayList<Sent>();
        clock.hold();
        try {
            send(raw, Fixture.file(), sent);
            if (!sent.isEmpty()) clock.awaitHeld();
            send(raw, Fixture.file(), sent);
        } finally {
            clock.release();
        }
        hear(sent);
    }

    /// What its sender has not heard of, or has: a retry is never an error, and without a fault never kept again.
    private void retry() throws IOException {
        List<Map.Entry<Long, Ledger.Kept.Message>> known = ledger.messages();
        if (known.isEmpty()) return;
        var message = known.get(random.nextInt(known.size())).getValue();
        var sent = new ArrayList<Sent>();
        send(message.raw(), message.envelope(), sent);
        hear(sent);
        boolean isCalm = disk.faultCount() == faultsBefore && message.envelope().channel() == Channel.FILE_IMPORT;
        if (isCalm && !sent.isEmpty() && !sent.getFirst().receipt.isCompletedExceptionally())
            assertThat(sent.getFirst().receipt.join()).as("receipt of a retry").isInstanceOf(Receipt.Duplicate.class);
    }

    private void record() {
        var event = new LifecycleEvent("story-event", "{\"n\":" + random.nextInt() + "}");
        try {
            ledger.recorded(archive.record(event), event);
        } catch (ArchiveRefusal refused) {
            requireReason(refused);
        }
        clock.awaitIdle();
    }

    void rotate() throws IOException {
        change(() -> ledger.roots().made(archive.rootKeys().rotate()));
    }

    void destroyOldRoots() throws IOException {
        for (var version : archive.rootKeys().versions()) {
            if (version.isNewest() || version.segments() > 0) continue;
            change(() -> {
                archive.rootKeys().destroy(version.number());
                ledger.roots().destroyed(version.number());
            });
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) throws IOException {
        long before = disk.faultCount();
        try {
            change.make();
        } catch (ArchiveRefusal refused) {
            requireReason(refused);
        } catch (IOException | RuntimeException whatTheDiskDid) {
            if (disk.faultCount() == before && !room.isShort() && !disk.isStopped()) throw whatTheDiskDid;
        }
        clock.awaitIdle();
    }

    void publish() {
        archive.publish();
        archive.checkpoint().ifPresent(ledger::saw);
    }

    private void read() {
        List<Map.Entry<Long, Ledger.Kept.Message>> known = ledger.messages();
        if (known.isEmpty()) return;
        var message = known.get(random.nextInt(known.size()));
        oracle.judgeReading(archive, message.getKey(), message.getValue().raw());
    }

    /// When there is room again, work goes on by itself.
    private void fillOrFree() throws IOException {
        if (!room.isShort()) {
            room.take(random.nextInt(80_000));
            return;
        }
        room.giveBack();
        publish();
        room.requireItGoesOn(archive, ledger);
        clock.awaitIdle();
    }

    private void send(byte[] raw, Envelope envelope, List<Sent> sent) throws IOException {
        long before = disk.faultCount();
        try (var incoming = archive.receive(envelope)) {
            incoming.body().write(raw);
            sent.add(new Sent(raw, envelope, incoming.commit()));
        } catch (ArchiveRefusal refused) {
            requireReason(refused);
        } catch (IOException | RuntimeException whatTheDiskDid) {
            if (disk.faultCount() == before) throw whatTheDiskDid;
        }
    }

    private void hear(List<Sent> sent) {
        for (Sent one : sent) {
            try {
                ledger.acknowledged(one.receipt.join(), one.raw, one.envelope);
            } catch (CompletionException refused) {
                assertThat(refused).hasCauseInstanceOf(ArchiveRefusal.class);
                requireReason((ArchiveRefusal) refused.getCause());
            }
        }
        clock.awaitIdle();
    }

    /// Nothing is refused without a fault or a full disk.
    private void requireReason(ArchiveRefusal refused) {
        if (disk.faultCount() == faultsBefore && !room.isShort())
            throw new AssertionError("refused without a reason", refused);
    }

    private Envelope envelope() {
        return random.nextInt(3) == 0 ? Fixture.smtp("clerk" + random.nextInt(3) + "@city.example") : Fixture.file();
    }
}
