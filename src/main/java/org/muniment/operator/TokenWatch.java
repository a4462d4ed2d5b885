package org.muniment.operator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.RootKeys;
import org.muniment.archive.TokenIsMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This asks the token with the root keys every minute, so that one which is away is known before a segment needs it.
public final class TokenWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenWatch.class);
    private static final Duration ASKED_EVERY = Duration.ofMinutes(1);

    private final DataFolder folder;
    private Optional<String> said = Optional.empty();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("token").factory());

    public TokenWatch(DataFolder folder) {
        this.folder = folder;
    }

    /// Asks from now on, in the background.
    public TokenWatch start() {
        if (folder.archive().rootKeys().isInToken()) {
            var _ = watch.scheduleWithFixedDelay(this::look, 0, ASKED_EVERY.toSeconds(), TimeUnit.SECONDS);
        }
        return this;
    }

    /// Raises or settles the alarm.
    synchronized void look() {
        try {
            Optional<String> trouble = trouble();
            if (trouble.isEmpty() || !trouble.equals(said)) folder.alarms().settle(AlarmKind.TOKEN_AWAY);
            if (trouble.isPresent() && !trouble.equals(said))
                folder.alarms().raise(AlarmKind.TOKEN_AWAY, trouble.get());
            said = trouble;
        } catch (IOException | RuntimeException unforeseen) {
            LOG.error("The token could not be asked; it is tried again", unforeseen);
        }
    }

    private Optional<String> trouble() throws IOException {
        List<RootKeys> all = new ArrayList<>(List.of(folder.archive().rootKeys()));
        if (folder.audit().isBegun()) all.add(folder.audit().rootKeys());
        for (RootKeys keys : all) {
            try {
                keys.requireToken();
            } catch (TokenIsMissing away) {
                return Optional.of(String.valueOf(away.getMessage()));
            }
            List<Integer> lacking = keys.lackingInToken();
            if (!lacking.isEmpty())
                return Optional.of("The token lacks the root keys of the versions " + lacking
                        + ", which the keystore names. Nothing here needs them; backups of before the last rotation"
                        + " may. Put them back from the token's own backup; the next start looks again.");
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
