package org.muniment.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.Query;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionRanges;
import org.muniment.archive.Archive;

/// Takes what was destroyed out of an index. Of a message some captures of which remain, those are read again: what
/// only the destroyed one told is forgotten.
final class Forgetting {
    private final Archive archive;
    private final MessageIndex index;
    private final Workers workers;

    Forgetting(Archive archive, MessageIndex index, Workers workers) {
        this.archive = archive;
        this.index = index;
        this.workers = workers;
    }

    interface Reading {
        List<ReadCapture> read(AccessionNumber number) throws IOException;
    }

    /// The index must have been refreshed since the last of these was added.
    void forget(AccessionRanges gone, Reading reading) throws IOException {
        Map<Long, MessageFacts> touched = new LinkedHashMap<>();
        for (AccessionRanges.Run run : gone.runs())
            for (long number = run.first(); number <= run.last(); number++) {
                long accession = number;
                index.searching(searcher -> new Answers(searcher).withCapture(accession, SearchScope.everything()))
                        .ifPresent(facts -> touched.put(facts.first().accession(), facts));
            }
        if (touched.isEmpty()) return;
        List<Query> deleted = new ArrayList<>();
        for (long first : touched.keySet()) deleted.add(LongPoint.newExactQuery(IndexFields.ACCESSION, first));
        index.delete(deleted);
        List<ReadCapture> remaining = new ArrayList<>();
        for (MessageFacts facts : touched.values())
            for (var capture : facts.captures())
                if (!gone.contains(capture.accession()) && capture.accession() < archive.size())
                    remaining.addAll(reading.read(new AccessionNumber(capture.accession())));
        // Not written down before the others are there again: after a stop all of it is done once more.
        index.add(remaining, index.position(), workers);
        index.purge();
    }
}
