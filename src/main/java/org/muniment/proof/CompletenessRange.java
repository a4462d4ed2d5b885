package org.muniment.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.merklelog.MerkleLog;

/// What the log holds from the first item of a bundle to the last: numbers are given without gaps, so what is between
/// is accounted for as well.
record CompletenessRange(long first, long last, long exhibits, long captures, long duplicates, long lifecycle) {
    static CompletenessRange of(MerkleLog log, List<AccessionNumber> exhibits) throws IOException {
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
        return new CompletenessRange(first, last, exhibits.size(), captures, duplicates, lifecycle);
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
                destroyed 0

                Accession numbers are given in order and without gaps, and each stands for one entry of the log, so every
                entry of the range is counted here. Captures that are not in this bundle were not asked for. This version
                of Muniment cannot destroy a capture, so none of the range was destroyed under any authorisation.
                """.formatted(first, last, last - first + 1, captures, exhibits, duplicates, lifecycle);
    }
}
