package org.muniment.collection;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// This is one wording of a saved search. It never changes; another wording is another version.
///
/// @param query as the person typed it
/// @param parsed as it was understood, with nothing left to guess; it is a query itself
/// @param zone where its days begin and end
/// @param why what the person wrote it is for, or what changed
/// @param runs oldest first; at least the one made when it was saved
record SearchVersion(
        int version,
        String query,
        String parsed,
        ZoneId zone,
        String why,
        String by,
        Instant at,
        List<SearchRun> runs) {
    SearchVersion {
        runs = List.copyOf(runs);
    }

    SearchRun latest() {
        return runs.getLast();
    }
}
