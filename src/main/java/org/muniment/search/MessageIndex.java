package org.muniment.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// This is the index itself: one document per message, sorted newest first, with one writer for its whole life.
/// Captures are added by one thread (the follower), in log order; anyone may search meanwhile.
final class MessageIndex implements AutoCloseable {
    /// Newest first; of messages sent in the same second the one captured last.
    static final Sort NEWEST_FIRST = new Sort(
            new SortedNumericSortField(IndexFields.SENT, SortField.Type.LONG, true, SortedNumericSelector.Type.MAX),
            new SortField(IndexFields.FIRST, SortField.Type.LONG, true));

    static final Sort OLDEST_FIRST = new Sort(
            new SortedNumericSortField(IndexFields.SENT, SortField.Type.LONG, false, SortedNumericSelector.Type.MAX),
            new SortField(IndexFields.FIRST, SortField.Type.LONG, false));

    private static final int QUERY_TERMS_MAX = 100_000;

    private final Directory directory;
    private final String log;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final KnownMessages known;
    private final BlockingQueue<DocumentMaker> makers = new LinkedBlockingQueue<>();
    private final Map<BytesRef, Grouped> batch = new LinkedHashMap<>();
    private volatile long position;
    private volatile long searchable;
    private long committed;

    /// A message of the batch at hand: the capture it is indexed from, all that is known of it, and whether the index
    /// has it.
    private record Grouped(ReadCapture capture, MessageFacts facts, State state) {}

    private enum State {
        NEW,
        INDEXED
    }

    private MessageIndex(Directory directory, String log, SearchSettings settings) throws IOException {
        this.directory = directory;
        this.log = log;
        this.writer = new IndexWriter(directory, configuration(settings));
        var stamp = new HashMap<String, String>();
        writer.getLiveCommitData().forEach(entry -> stamp.put(entry.getKey(), entry.getValue()));
        this.position = IndexFolder.position(stamp);
        this.searchable = position;
        this.committed = position;
        this.searchers = new SearcherManager(writer, null);
        this.known = searching(KnownMessages::new);
    }

    /// Opens the index in a directory, and continues the one that is there. What stands in the way is thrown; see
    /// [IndexFolder#isDamage].
    static MessageIndex open(Directory directory, String log, SearchSettings settings) throws IOException {
        IndexSearcher.setMaxClauseCount(QUERY_TERMS_MAX);
        return new MessageIndex(directory, log, settings);
    }

    private static IndexWriterConfig configuration(SearchSettings settings) {
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setIndexSort(NEWEST_FIRST)
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setRAMBufferSizeMB(settings.bufferMegabytes())
                .setCommitOnClose(false);
    }

    /// Returns how many entries of the log have been added.
    long position() {
        return position;
    }

    /// Returns how many entries of the log a search sees.
    long searchable() {
        return searchable;
    }

    /// Adds captures, in log order, up to a position of the log. They can be found after the next [#refresh].
    void add(List<ReadCapture> captures, long newPosition, Workers workers) throws IOException {
        searching(searcher -> {
            for (var capture : captures) group(capture, searcher);
            return captures.size();
        });
        workers.each(List.copyOf(batch.values()), this::index);
        batch.forEach((identity, message) -> known.indexed(identity, message.facts));
        batch.clear();
        position = newPosition;
    }

    private void group(ReadCapture capture, IndexSearcher searcher) throws IOException {
        var already = batch.get(capture.identity());
        if (already != null) {
            batch.put(capture.identity(), new Grouped(capture, already.facts.and(capture.facts()), already.state));
            return;
        }
        var before = known.facts(capture.identity(), searcher);
        var facts = before.map(earlier -> earlier.and(capture.facts())).orElse(capture.facts());
        batch.put(capture.identity(), new Grouped(capture, facts, before.isPresent() ? State.INDEXED : State.NEW));
    }

    private void index(Grouped message) throws IOException {
        var maker = makers.poll();
        if (maker == null) maker = new DocumentMaker();
        var document = maker.document(message.capture, message.facts);
        switch (message.state) {
            case NEW -> writer.addDocument(document);
            case INDEXED -> writer.updateDocument(new Term(IndexFields.IDENTITY, message.capture.identity()), document);
        }
        makers.add(maker);
    }

    /// Has all workers write to disk what is held in memory. A [#refresh] that finds it there does not write it all in
    /// one thread.
    void write(Workers workers) throws IOException {
        workers.together(writer::flushNextBuffer);
    }

    /// Lets searches see everything added so far.
    void refresh() throws IOException {
        if (searchable == position) return;
        long upTo = position;
        searchers.maybeRefreshBlocking();
        searching(searcher -> {
            known.refreshed(searcher);
            return upTo;
        });
        searchable = upTo;
    }

    /// Takes messages out; searches do not see them any more.
    void delete(List<Query> messages) throws IOException {
        writer.deleteDocuments(messages.toArray(Query[]::new));
        searchers.maybeRefreshBlocking();
        searching(searcher -> {
            known.refreshed(searcher);
            return searcher;
        });
    }

    /// Writes everything down, and leaves nothing in any file of what was taken out.
    void purge() throws IOException {
        writer.forceMergeDeletes(true);
        // Only without a reader of the former state are its files deleted.
        searchers.maybeRefreshBlocking();
        committed = -1;
        commit();
        writer.deleteUnusedFiles();
    }

    /// Writes everything down, with the position of the log it reaches to, if there is anything new.
    void commit() throws IOException {
        if (committed == position) return;
        long upTo = position;
        writer.setLiveCommitData(IndexFolder.stamp(log, upTo).entrySet());
        writer.commit();
        committed = upTo;
    }

    /// Asks something of the index as it is now.
    <T> T searching(Question<T> question) throws IOException {
        var searcher = searchers.acquire();
        try {
            return question.ask(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /// Closes without writing down what came since the last [#commit]; the log has it.
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    /// This is a question to one state of the index.
    interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }
}
