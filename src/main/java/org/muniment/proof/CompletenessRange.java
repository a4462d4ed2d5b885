package org.muniment.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionRanges;
import org.muniment.archive.Archive;
import org.muniment.archive.Epoch;
import org.muniment.archive.EventReader;
import org.muniment.merklelog.MerkleLog;

/// What the log holds from the first item of a bundle to the last: numbers are given without gaps, so what is between
/// is accounted for as well.
///
/// @param lifecycle events of all kinds but the next
/// @param steppedOver numbers that the log before a restore may have given to captures that are not here
/// @param destroyed what of it was destroyed, and under which entry of the log
record CompletenessRange(
        long first,
        long last,
        long exhibits,
        long captures,
        long duplicates,
        long lifecycle,
        long steppedOver,
        SortedMap<AccessionNumber, AccessionNumber> destroyed) {
    static CompletenessRange of(Archive archive, List<AccessionNumber> exhibits) throws IOException {
        MerkleLog log = archive.log();
        long first = exhibits.getFirst().index();
        long last = exhibits.getLast().index();
        long captures = 0;
        long duplicates = 0;
        long lifecycle = 0;
        for (long index = first; index <= last; index++) {
            switch (kind(log.entry(index))) {
                case "capture" -> captures++;
                case "duplicate" -> duplicates++;
                case "lifecycle" -> lifecycle++;
                default ->
                    throw new CaptureDoesNotMatchLog(new AccessionNumber(index), "its entry is of no known kind");
            }
        }
        long steppedOver = lifecycle == 0 ? 0 : steppedOver(archive, first, last);
        return new CompletenessRange(
                first,
                last,
                exhibits.size(),
                captures,
                duplicates,
                lifecycle - steppedOver,
                steppedOver,
                archive.destroyed(exhibits.getFirst(), exhibits.getLast()));
    }

    private static long steppedOver(Archive archive, long first, long last) throws IOException {
        long count = 0;
        try (EventReader events = archive.events(new AccessionNumber(first))) {
            for (var event = events.next(); event.isPresent(); event = events.next()) {
                if (event.get().accession().index() > last) break;
                if (event.get().event().kind().equals(Epoch.SKIPPED)) count++;
            }
        }
        return count;
    }

    // The second line of an entry begins with its kind.
    private static String kind(byte[] entry) {
        String text = new String(entry, StandardCharsets.UTF_8);
        int line = text.indexOf('\n') + 1;
        int space = text.indexOf(' ', line);
        return space < 0 ? "" : text.substring(line, space);
    }

    String text() {
        return """
                range %d-%d
                entries %d
                captures %d
                captures in this bundle %d
                duplicates of earlier captures %d
                lifecycle events %d
                stepped over after a restore %d
                destroyed %d
                %s
                Accession numbers are given in order and without gaps, and each stands for one entry of the log, so every
                entry of the range is counted here. Captures that are neither in this bundle nor destroyed were not asked
                for. What was destroyed is named with the entry of the log that authorised it. A number that was stepped
                over may have named a capture that came after the backup which the archive was restored from.
                """.formatted(
                        first,
                        last,
                        last - first + 1,
                        captures,
                        exhibits,
                        duplicates,
                        lifecycle,
                        steppedOver,
                        destroyed.size(),
                        destroyedLines());
    }

    /// One line for each authorisation: `destroyed 4-9 12 authorised by entry 31`.
    private String destroyedLines() {
        Map<AccessionNumber, List<AccessionNumber>> byAuthorisation = new TreeMap<>();
        destroyed.forEach((number, under) ->
                byAuthorisation.computeIfAbsent(under, _ -> new ArrayList<>()).add(number));
        var lines = new StringBuilder();
        byAuthorisation.forEach((under, numbers) -> lines.append("destroyed ")
                .append(AccessionRanges.of(numbers))
                .append(" authorised by entry ")
                .append(under)
                .append('\n'));
        return lines.toString();
    }
}
