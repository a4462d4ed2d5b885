package org.muniment.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionSet;
import org.muniment.archive.Archive;
import org.muniment.archive.Progress;
import org.muniment.search.QueryCompiler.Sense;

/// This is the search in an archive: an index that follows the log, and exact answers from it. The index is derived:
/// it may be deleted at any time and is built again from the archive. Any thread may ask.
public final class ArchiveSearch implements AutoCloseable {
    /// The most hits one search shows; the counts have no limit.
    public static final int HITS_MAX = 10_000;

    private static final Duration PROGRESS_EVERY = Duration.ofMillis(200);

    private final Archive archive;
    private final IndexKeeper keeper;

    private ArchiveSearch(Archive archive, IndexKeeper keeper) {
        this.archive = archive;
        this.keeper = keeper;
    }

    /// Opens the index in a folder; makes it if there is none, and makes it anew, with an alarm, if it is damaged, of
    /// another version or of another archive. Answers at once, from what is indexed; follows the archive only after
    /// [#start]. To be closed before the archive is.
    public static ArchiveSearch open(
            Path indexFolder, Archive archive, Alarms alarms, InstantSource clock, SearchSettings settings)
            throws IOException {
        return new ArchiveSearch(archive, new IndexKeeper(indexFolder, archive, alarms, clock, settings));
    }

    /// Begins to follow the archive, in the background, until [#close].
    public void start() {
        keeper.start();
    }

    /// Returns the size of the log up to which everything can be found.
    public long indexedThrough() {
        return keeper.index().searchable();
    }

    /// Waits until the first `size` entries of the log can be found; false if that took longer than `atMost`.
    public boolean awaitIndexed(long size, Duration atMost) throws InterruptedException {
        return keeper.await(size, atMost);
    }

    /// Answers a query: exact counts, and the newest messages, at most `limit` of them.
    public SearchHits search(SearchQuery query, int limit) throws IOException {
        if (limit < 0 || limit > HITS_MAX)
            throw new IllegalArgumentException("between 0 and " + HITS_MAX + " hits can be shown, not " + limit);
        return asking(index -> {
            // Before the answer, so that it never claims more than was searched.
            long through = index.searchable();
            var answer = index.searching(searcher -> new Answers(searcher).answer(query, limit));
            var hits = new HitReader(archive, query.clause()).hits(answer.newest());
            return new SearchHits(query, answer.total(), answer.captures(), answer.unsearchable(), through, hits);
        });
    }

    /// Hands over every message that matches, oldest first, whatever their number.
    public void every(SearchQuery query, Consumer<FoundMessage> each) throws IOException {
        asking(index -> index.searching(searcher -> {
            var found = new QueryCompiler(query.zone()).compile(query.clause(), Sense.FOUND);
            OldestFirst.each(searcher, found, each);
            return query;
        }));
    }

    /// Returns the message that a capture is of; nothing if the number is no capture or is not indexed yet.
    public Optional<FoundMessage> messageOf(AccessionNumber capture) throws IOException {
        return asking(index -> index.searching(searcher -> new Answers(searcher).withCapture(capture.index()))).stream()
                .findFirst()
                .map(MessageFacts::found);
    }

    /// Returns how many of these captures break a mail standard somewhere, of those that are indexed.
    public long withDefects(AccessionSet captures) throws IOException {
        if (captures.isEmpty()) return 0;
        return asking(index -> index.searching(searcher -> new Answers(searcher).withDefects(captures)));
    }

    /// Returns messages of which something could not be read, newest first, at most `limit`.
    public List<UnreadMessage> exceptions(int limit) throws IOException {
        return asking(index -> index.searching(searcher -> new Answers(searcher).newestExceptions(limit))).stream()
                .map(facts -> new UnreadMessage(facts.found(), List.copyOf(facts.exceptionKinds())))
                .toList();
    }

    /// Empties the index and builds it again from the archive, starting to follow if it did not. Returns when it has
    /// reached the size the log had at the call. Searches go on meanwhile and say how far the index is.
    public void rebuild(Progress progress) throws InterruptedException {
        long size = archive.size();
        keeper.wantRebuild();
        keeper.start();
        while (keeper.isRebuildWanted() || !keeper.await(size, PROGRESS_EVERY)) {
            progress.reached(keeper.isRebuildWanted() ? 0 : Math.min(size, indexedThrough()), size);
            if (keeper.isRebuildWanted()) Thread.sleep(PROGRESS_EVERY);
        }
        progress.reached(size, size);
    }

    /// Stops following and writes down what is indexed.
    @Override
    public void close() throws IOException {
        keeper.close();
    }

    /// This is a question to the index, whichever it is now.
    private interface Question<T> {
        T to(MessageIndex index) throws IOException;
    }

    private <T> T asking(Question<T> question) throws IOException {
        var index = keeper.index();
        try {
            return question.to(index);
        } catch (AlreadyClosedException exchanged) {
            if (keeper.index() == index) throw new IndexIsBeingRebuilt(exchanged);
            return question.to(keeper.index());
        } catch (IOException failure) {
            if (!IndexFolder.isDamage(failure)) throw failure;
            keeper.wantRebuild();
            throw new IndexIsBeingRebuilt(failure);
        }
    }
}
