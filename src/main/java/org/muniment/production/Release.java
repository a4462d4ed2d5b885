package org.muniment.production;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Progress;
import org.muniment.message.MailParser;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.MessagePassages;
import org.muniment.rendition.Passage;
import org.muniment.rendition.RenditionIsTooLong;
import org.muniment.review.LeftElsewhere;
import org.muniment.review.MarksAreMalformed;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;

/// This is the way out of the archive: the messages that match a query, redacted by marks, as verified PDFs with
/// Bates numbers, a redaction log, a signed manifest, and all of it in one ZIP.
public final class Release {
    private final Archive archive;
    private final ArchiveSearch search;
    private final Sandbox sandbox;
    private final FontShelf fonts;
    private final InstantSource clock;

    public Release(Archive archive, ArchiveSearch search, Sandbox sandbox, FontShelf fonts, InstantSource clock) {
        this.archive = archive;
        this.search = search;
        this.sandbox = sandbox;
        this.fonts = fonts;
        this.clock = clock;
    }

    /// Makes the release of what matches and is in scope in the folder `out`, which must be new or
    /// empty, and records it in the archive. Messages are taken one by one, so memory does not grow
    /// with their content.
    ///
    /// Throws [ReleaseRefused], [MarksAreMalformed], [RenditionIsTooLong] or an input or output error. After each,
    /// `out` holds nothing but `refused.txt`.
    public ReleaseReport run(
            SearchQuery query, SearchScope scope, RedactionMarks marks, BatesPrefix prefix, Path out, Progress progress)
            throws IOException {
        ReleaseFolder.requireNewOrEmpty(out);
        try {
            return make(query, scope, marks, prefix, out, progress);
        } catch (ReleaseRefused | MarksAreMalformed | RenditionIsTooLong | GlyphIsMissing e) {
            ReleaseFolder.refuse(out, String.valueOf(e.getMessage()));
            throw e;
        } catch (IOException e) {
            refuseAsFarAsPossible(out, e);
            throw e;
        }
    }

    /// The disk may be full, and then the refusal cannot be written either.
    private static void refuseAsFarAsPossible(Path out, IOException trouble) {
        try {
            ReleaseFolder.refuse(out, "A file could not be read or written: " + trouble.getMessage());
        } catch (IOException second) {
            trouble.addSuppressed(second);
        }
    }

    private ReleaseReport make(
            SearchQuery query, SearchScope scope, RedactionMarks marks, BatesPrefix prefix, Path out, Progress progress)
            throws IOException {
        var poppler = Poppler.in(sandbox);
        var hits = search.search(query, scope, 1);
        if (hits.total() == 0)
            throw new ReleaseRefused(
                    "No message matches %s, so there is nothing to release. Use search to see what does.%s"
                            .formatted(
                                    query.parsed(),
                                    hits.quarantined() == 0
                                            ? ""
                                            : " Counsel keeps back " + hits.quarantined() + " that match."));
        var redaction = marks.begin();
        try (var folder = ReleaseFolder.at(out, clock.instant());
                var production = new Production(
                        folder.work(),
                        prefix.first(),
                        fonts,
                        poppler,
                        redaction,
                        clock.instant(),
                        Papers.stamp(archive, fonts))) {
            var found = produce(query, scope, production, progress);
            var left = leftElsewhere(found, marks, production);
            var manifest = production.finish(
                    origin(query, hits), left, text -> archive.sign(text).toString());
            // On record before it can be handed over: a release the archive does not know of must not exist.
            var event = archive.record(new LifecycleEvent("production-released", manifest.forTheRecord()));
            folder.deliver();
            return new ReleaseReport(
                    out.resolve(prefix.releaseName() + ".zip"),
                    production.totals(),
                    hits.unsearchable(),
                    hits.quarantined(),
                    left.size(),
                    redaction.unusedMarks(),
                    event);
        }
    }

    private List<FoundMessage> produce(SearchQuery query, SearchScope scope, Production production, Progress progress)
            throws IOException {
        var found = new ArrayList<FoundMessage>();
        search.every(query, scope, found::add);
        int done = 0;
        for (var message : found) {
            production.add(message, passages(archive, message.accession()));
            progress.reached(++done, found.size());
        }
        return found;
    }

    /// Only when every mark has done its work is it known what to look for: the messages are read once more.
    private List<LeftElsewhere> leftElsewhere(List<FoundMessage> found, RedactionMarks marks, Production production)
            throws IOException {
        var left = new ArrayList<LeftElsewhere>();
        if (!production.hasWithheld()) return left;
        var again = marks.begin();
        for (var message : found) {
            var passages = passages(archive, message.accession());
            var shown = again.apply(message.accession(), message.captures(), passages)
                    .shown();
            left.addAll(production.leftElsewhere(shown));
        }
        return left;
    }

    static List<Passage> passages(Archive archive, AccessionNumber accession) throws IOException {
        try (var raw = archive.message(accession).open()) {
            return MessagePassages.of(MailParser.parse(raw));
        }
    }

    private Origin origin(SearchQuery query, SearchHits hits) {
        return new Origin.OfQuery(archive.origin(), query, hits.unsearchable(), hits.indexedThrough());
    }
}
