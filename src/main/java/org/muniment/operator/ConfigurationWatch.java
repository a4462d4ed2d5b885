package org.muniment.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.EventReader;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.LogEntry;
import org.muniment.archive.StoreIsDamaged;
import org.muniment.testimony.CaptureConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// This enters in the log what governs capture, and that it has changed: the program, its limits, the archive's own
/// addresses. It looks at the start and every hour, and compares with the last such entry. A file beside the archive
/// says only where in the log to look for that.
public final class ConfigurationWatch implements AutoCloseable {
    static final String FILE = "capture-configuration";
    static final String FIRST = "configuration";
    static final String CHANGED = "configuration-changed";

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);
    private static final Duration NEW_AFTER = Duration.ofMinutes(2);
    private static final Duration LOOKED_EVERY = Duration.ofHours(1);

    private final DataFolder folder;
    private final Path place;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("configuration").factory());

    private @Nullable CaptureConfiguration entered;

    public ConfigurationWatch(DataFolder folder) {
        this.folder = folder;
        this.place = folder.path().resolve(FILE);
    }

    private record First(String nowSha256, List<String> now) {}

    private record Changed(String beforeSha256, List<String> before, String nowSha256, List<String> now) {}

    /// What both kinds of entry say.
    private record Now(List<String> now) {}

    private record Entered(AccessionNumber number, CaptureConfiguration configuration) {}

    /// Looks from now on, in the background: reading the log may take a while.
    public ConfigurationWatch start() {
        Duration first = Files.exists(place) ? Duration.ZERO : NEW_AFTER;
        var _ = watch.scheduleWithFixedDelay(
                this::lookAndTell, first.toSeconds(), LOOKED_EVERY.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    private void lookAndTell() {
        try {
            look();
        } catch (IOException | RuntimeException unforeseen) {
            LOG.error("It could not be seen whether the configuration of capture has changed", unforeseen);
        }
    }

    /// The entry comes first: the file beside it may be lost.
    void look() throws IOException {
        if (folder.archive().readOnlyReason().isPresent()) return;
        CaptureConfiguration now = FolderTestimony.configuration(folder);
        CaptureConfiguration before = entered;
        if (before == null) {
            Optional<Entered> last = lastEntered();
            if (last.isPresent()) {
                before = last.get().configuration();
                entered = before;
                remember(last.get().number());
            }
        }
        if (now.equals(before)) return;
        AccessionNumber number = folder.archive().record(event(before, now));
        entered = now;
        remember(number);
    }

    private static LifecycleEvent event(@Nullable CaptureConfiguration before, CaptureConfiguration now) {
        return before == null
                ? new LifecycleEvent(FIRST, JsonMapper.shared().writeValueAsString(new First(now.hash(), now.lines())))
                : new LifecycleEvent(
                        CHANGED,
                        JsonMapper.shared()
                                .writeValueAsString(
                                        new Changed(before.hash(), before.lines(), now.hash(), now.lines())));
    }

    private void remember(AccessionNumber number) throws IOException {
        CopiedFile.write(place, (number.index() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// From where the file says to the end of the log; all of it if there is no such entry in that place.
    private Optional<Entered> lastEntered() throws IOException {
        long from = remembered();
        Optional<Entered> found = lastEntered(from);
        return found.isEmpty() && from > 0 ? lastEntered(0) : found;
    }

    private long remembered() throws IOException {
        if (!Files.isRegularFile(place)) return 0;
        String text = new String(Files.readAllBytes(place), StandardCharsets.ISO_8859_1).strip();
        long number = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
        return number < folder.archive().size() ? number : 0;
    }

    private Optional<Entered> lastEntered(long from) throws IOException {
        Optional<Entered> last = Optional.empty();
        try (EventReader events = folder.archive().events(new AccessionNumber(from))) {
            for (var next = next(events); next.isPresent(); next = next(events)) {
                LogEntry.Lifecycle entry = next.get();
                String kind = entry.event().kind();
                if (!kind.equals(FIRST) && !kind.equals(CHANGED)) continue;
                Now its = JsonMapper.shared().readValue(entry.event().body(), Now.class);
                last = Optional.of(new Entered(entry.accession(), new CaptureConfiguration(its.now())));
            }
        }
        return last;
    }

    private static Optional<LogEntry.Lifecycle> next(EventReader events) throws IOException {
        while (true) {
            try {
                return events.next();
            } catch (StoreIsDamaged damaged) {
                LOG.warn("A damaged entry may have said what governed capture: {}", damaged.sentence());
            }
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
