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
    public SearchHits search(SearchQuery query, SearchScope scope, int limit) throws IOException {
        return search(query, scope, HitPage.newest(limit));
    }

    /// Answers a query: exact counts, and one page of the messages.
    public SearchHits search(SearchQuery query, SearchScope scope, HitPage page) throws IOException {
        return asking(index -> {
            // Before the answer, so that it never claims more than was searched.
            long through = index.searchable();
            var answer = index.searching(searcher -> new Answers(searcher).answer(query, scope, page));
            return new SearchHits(
                    query,
                    answer.total(),
                    answer.captures(),
                    answer.unsearchable(),
                    answer.quarantined(),
                    through,
                    new HitReader(archive, query.clause()).hits(answer.shown()),
                    answer.next(),
                    answer.overview());
        });
    }

    /// Hands over every message that matches and is in scope, oldest first, whatever their number.
    public void every(SearchQuery query, SearchScope scope, Consumer<FoundMessage> each) throws IOException {
        asking(index -> index.searching(searcher -> {
            var found = new QueryCompiler(query.zone()).compile(query.clause(), Sense.FOUND);
            OldestFirst.each(searcher, scope.visible(found), each);
            return query;
        }));
    }

    /// Reads a message that [#every] handed over as a line of results, without snippets.
    public Hit line(FoundMessage message) throws IOException {
        var everything = new Clause.Everything();
        var facts = asking(index -> index.searching(searcher ->
                new Answers(searcher).withCapture(message.accession().index(), SearchScope.everything())));
        var reader = new HitReader(archive, everything);
        return reader.hits(facts.stream().toList()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not in the index: " + message.accession()));
    }

    /// Returns the message that a capture is of; nothing if the number is no capture, or is out of scope, or is not
    /// indexed yet.
    public Optional<FoundMessage> messageOf(AccessionNumber capture, SearchScope scope) throws IOException {
        return asking(index -> index.searching(searcher -> new Answers(searcher).withCapture(capture.index(), scope)))
                .map(MessageFacts::found);
    }

    /// Returns the messages in scope that belong to a conversation, oldest first: those that answer each other by
    /// Message-ID, beginning with the one given, if that is in scope. At most [Threads#MESSAGES_MAX].
    public List<Hit> conversation(AccessionNumber capture, SearchScope scope) throws IOException {
        return asking(index -> new Threads(archive, index).conversation(capture, scope));
    }

    /// Returns messages of which something could not be read, newest first, at most `limit`.
    public List<UnreadMessage> exceptions(SearchScope scope, int limit) throws IOException {
        return asking(index -> index.searching(searcher -> new Answers(searcher).newestExceptions(scope, limit)))
                .stream()
                .map(facts -> new UnreadMessage(facts.found(), List.copyOf(facts.exceptionKinds())))
                .toList();
    }

    /// Returns how many messages in scope have something that could not be read.
    public long exceptionCount(SearchScope scope) throws IOException {
        return asking(index -> index.searching(searcher -> new Answers(searcher).exceptions(scope)));
    }

    /// Returns the messages that [SearchHits#unsearchable] counts for a query, newest first, at most `limit`.
    public List<UnreadMessage> unsearchable(SearchQuery query, SearchScope scope, int limit) throws IOException {
        return asking(index -> index.searching(searcher -> new Answers(searcher).unsearchable(query, scope, limit)))
                .stream()
                .map(facts -> new UnreadMessage(facts.found(), List.copyOf(facts.exceptionKinds())))
                .toList();
    }

    /// Returns which of these people sent or received what matches and is in scope, most messages first.
    public List<ParticipantCount> participants(SearchQuery query, SearchScope scope, Participants people)
            throws IOException {
        if (people.isNobody()) return List.of();
        return asking(index -> index.searching(searcher -> {
            var found = new QueryCompiler(query.zone()).compile(query.clause(), Sense.FOUND);
            return new ParticipantCounter(searcher).count(scope.visible(found), people);
        }));
    }

    /// Returns how many of these captures break a mail standard somewhere, of those that are indexed.
    public long withDefects(AccessionSet captures) throws IOException {
        if (captures.isEmpty()) return 0;
        return asking(index -> index.searching(searcher -> new Answers(searcher).withDefects(captures)));
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
