package org.muniment.operator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.EntryReader;
import org.muniment.archive.LogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This looks every hour whether a second person holds each version of the root keys, and after each start whether one
/// that was destroyed came back. A demonstration needs nobody, and a new archive has a day.
public final class EscrowWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EscrowWatch.class);
    private static final Duration FIRST_AFTER = Duration.ofMinutes(3);
    private static final Duration LOOKED_EVERY = Duration.ofHours(1);
    private static final Duration NAGGED_EVERY = Duration.ofDays(1);
    private static final Duration WITHOUT_MAX = Duration.ofDays(1);

    private final DataFolder folder;
    private Optional<String> said = Optional.empty();
    private boolean isLookedBack;
    private Instant saidAt = Instant.EPOCH;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("escrow").factory());

    public EscrowWatch(DataFolder folder) {
        this.folder = folder;
    }

    /// Looks from now on, in the background.
    public EscrowWatch start() {
        var _ = watch.scheduleWithFixedDelay(
                this::look, FIRST_AFTER.toSeconds(), LOOKED_EVERY.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /// Raises or settles the alarm; the first time, destroys again what came back.
    synchronized void look() {
        lookBack();
        lookWhoHolds();
    }

    /// A keystore from a safe, or one that a restore was given, may have what the log says is destroyed.
    private void lookBack() {
        if (isLookedBack) return;
        try {
            cameBack("archive's root key", folder.archive().rootKeys().destroyWhatCameBack());
            if (folder.audit().isBegun())
                cameBack("audit trail's root key", folder.audit().rootKeys().destroyWhatCameBack());
            isLookedBack = true;
        } catch (IOException | RuntimeException unforeseen) {
            LOG.error("It could not be seen whether a destroyed root key came back; it is tried again", unforeseen);
        }
    }

    private void cameBack(String whose, List<Integer> versions) {
        if (!versions.isEmpty())
            folder.alarms()
                    .raise(
                            AlarmKind.ROOT_CAME_BACK,
                            "The log says that version " + versions + " of the " + whose
                                    + " was destroyed, and the keystore had it. It was destroyed again.");
    }

    private void lookWhoHolds() {
        try {
            Instant now = folder.clock().instant();
            Optional<String> missing = isYoung(now) ? Optional.empty() : missing(folder);
            boolean isAnother = said.isPresent() && !missing.equals(said);
            if (missing.isEmpty() || isAnother) folder.alarms().settle(AlarmKind.ESCROW_MISSING);
            if (missing.equals(said) && now.isBefore(saidAt.plus(NAGGED_EVERY))) return;
            said = missing;
            saidAt = now;
            missing.ifPresent(sentence -> folder.alarms().raise(AlarmKind.ESCROW_MISSING, sentence));
        } catch (IOException | RuntimeException unforeseen) {
            LOG.error("It could not be seen who holds the root keys; it is tried again", unforeseen);
        }
    }

    private boolean isYoung(Instant now) throws IOException {
        try (EntryReader first = folder.archive().entries(new AccessionNumber(0))) {
            return first.next()
                    .map(LogEntry::at)
                    .filter(begun -> now.isAfter(begun.plus(WITHOUT_MAX)))
                    .isEmpty();
        }
    }

    /// Ends the alarm if nothing is missing any more.
    static void settle(DataFolder folder) throws IOException {
        if (missing(folder).isEmpty()) folder.alarms().settle(AlarmKind.ESCROW_MISSING);
    }

    /// Returns what a start says, from the first one on until all is sealed; nothing then.
    public static Optional<String> offer(DataFolder folder) {
        return missingIfKnown(folder).map("""

                %s Whoever loses the keystore or its passphrase loses the mail, for ever.
                Seal the root keys to somebody's certificate today (docs/guides/key-ceremony.md):
                  muniment keys escrow --to CERT.pem --out FILE"""::formatted);
    }

    /// A damaged log keeps no server from its start: the alarms and checks say what is wrong with it.
    private static Optional<String> missingIfKnown(DataFolder folder) {
        try {
            return missing(folder);
        } catch (IOException unknown) {
            LOG.warn("It is not known who holds the root keys", unknown);
            return Optional.empty();
        }
    }

    private static Optional<String> missing(DataFolder folder) throws IOException {
        if (folder.archive().demonstration().isPresent()) return Optional.empty();
        // A token gives its keys to nobody: it has a backup of its own, of which this program knows nothing.
        if (folder.archive().rootKeys().isInToken()) return Optional.empty();
        List<String> missing = new ArrayList<>();
        for (int version : folder.archive().rootKeys().escrows().missing())
            missing.add("version " + version + " of the archive's root key");
        if (folder.audit().isBegun())
            for (int version : folder.audit().rootKeys().escrows().missing())
                missing.add("version " + version + " of the audit trail's");
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("No second person holds " + String.join(", nor ", missing) + ".");
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
