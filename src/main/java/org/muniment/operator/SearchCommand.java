package org.muniment.operator;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.archive.AccessionNumber;
import org.muniment.audit.Act;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.Hit;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `search`: exact totals and the newest hits.
@Command(
        name = "search",
        description = "Find messages. Totals are exact; docs/search-language.md explains the language.",
        mixinStandardHelpOptions = true)
final class SearchCommand extends ReadingCommand {
    private static final Duration CATCH_UP_MAX = Duration.ofMinutes(10);

    @Option(names = "--limit", paramLabel = "N", description = "How many hits to print. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What to look for; * finds everything.")
    private String[] words = {};

    SearchCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer on(DataFolder folder, ToolReader reader) throws IOException, InterruptedException {
        SearchQuery query = queryOf(folder, String.join(" ", words));
        SearchHits hits = upToDate(folder).search(query, reader.scope(), limit);
        reader.wrote(Act.SEARCHED, searched(hits), shown(hits));
        return Answer.done(SearchAnswer.of(hits), text(folder, hits));
    }

    private static String searched(SearchHits hits) {
        return "%,d of %,d messages shown for: %s"
                .formatted(hits.hits().size(), hits.total(), hits.query().text());
    }

    private static List<AccessionNumber> shown(SearchHits hits) {
        return hits.hits().stream()
                .flatMap(hit -> hit.message().captures().stream())
                .toList();
    }

    static SearchQuery queryOf(DataFolder folder, String text) {
        return SearchQuery.parse(
                text, folder.zone(), LocalDate.ofInstant(folder.clock().instant(), folder.zone()));
    }

    /// The index once it knows everything that was in the archive when it was asked.
    static ArchiveSearch upToDate(DataFolder folder) throws IOException, InterruptedException {
        ArchiveSearch search = folder.search();
        search.awaitIndexed(folder.archive().size(), CATCH_UP_MAX);
        return search;
    }

    private static String text(DataFolder folder, SearchHits hits) {
        String lines = hits.hits().stream().map(hit -> line(folder, hit) + "\n").collect(Collectors.joining());
        return lines
                + "%,d messages (%,d captures) match %s; %,d could not be fully read; indexed through %,d."
                        .formatted(
                                hits.total(),
                                hits.captures(),
                                hits.query().parsed(),
                                hits.unsearchable(),
                                hits.indexedThrough());
    }

    private static String line(DataFolder folder, Hit hit) {
        String sent = hit.sentAt()
                .map(at -> DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(folder.zone())))
                .orElse("no date   ");
        return "%10s  %s  %-30.30s  %s".formatted(hit.message().accession(), sent, hit.from(), hit.subject());
    }
}
