package org.muniment.tally;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.Arrival;
import org.muniment.archive.ArrivalReader;
import org.muniment.archive.StoreIsDamaged;
import org.muniment.workflow.WorkflowDatabase;

/// This is how much came in, when and from where. Every question first reads what the log has gained since the last
/// one; the sums are kept in the workflow database and may be lost. Any thread may ask.
public final class Tally {
    private static final int COUNTED_AT_ONCE_MAX = 50_000;

    private final Archive archive;
    private final WorkflowDatabase database;
    private @Nullable TallyTable table;

    public Tally(Archive archive, WorkflowDatabase database) {
        this.archive = archive;
        this.database = database;
    }

    /// What came in within one hour.
    ///
    /// @param bytes of the captures, as they came
    public record Hour(Instant begin, long captures, long bytes) {}

    /// A source and what it has brought so far.
    public record Source(String name, long captures, long repeated, Instant lastSeenAt) {}

    /// Captures kept so far; entries of the log that are no captures are not counted.
    public long captures() throws IOException {
        return counted().captures();
    }

    /// The hours from an instant on in which something came, oldest first.
    public List<Hour> hoursSince(Instant from) throws IOException {
        return counted().hoursSince(from.truncatedTo(ChronoUnit.HOURS));
    }

    public List<Source> sources() throws IOException {
        return counted().sources();
    }

    private synchronized TallyTable counted() throws IOException {
        TallyTable sums = table;
        if (sums == null) table = sums = TallyTable.in(database);
        // An archive restored from an older copy is shorter than what was counted.
        if (sums.position() > archive.size()) sums.forget();
        while (sums.position() < archive.size()) countInto(sums);
        return sums;
    }

    private void countInto(TallyTable sums) throws IOException {
        Map<SourceHour, Sums> found = new HashMap<>();
        try (ArrivalReader arrivals = archive.arrivals(new AccessionNumber(sums.position()))) {
            int counted = 0;
            while (counted < COUNTED_AT_ONCE_MAX && countNext(arrivals, found)) counted++;
            sums.add(found, arrivals.position().index());
        }
    }

    private static boolean countNext(ArrivalReader arrivals, Map<SourceHour, Sums> found) throws IOException {
        try {
            Optional<Arrival> next = arrivals.next();
            next.ifPresent(it -> found.merge(
                    new SourceHour(it.source(), it.at().truncatedTo(ChronoUnit.HOURS)), Sums.of(it), Sums::plus));
            return next.isPresent();
        } catch (StoreIsDamaged damaged) {
            // The integrity check tells of it; here one delivery is not counted.
            return true;
        }
    }

    record SourceHour(String source, Instant begin) {}

    record Sums(long captures, long repeated, long bytes, Instant lastAt) {
        static Sums of(Arrival one) {
            return new Sums(one.isRepeated() ? 0 : 1, one.isRepeated() ? 1 : 0, one.sizeBytes(), one.at());
        }

        Sums plus(Sums more) {
            Instant last = lastAt.isAfter(more.lastAt) ? lastAt : more.lastAt;
            return new Sums(captures + more.captures, repeated + more.repeated, bytes + more.bytes, last);
        }
    }
}
