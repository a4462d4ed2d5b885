package org.muniment.operator;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.EntryReader;
import org.muniment.archive.LogEntry;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;

/// Times twenty shapes of query, made of words of the archive's own mail: common, middling and rare ones.
final class SearchTimes {
    private static final int SAMPLED = 500;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;

    record Timed(double medianMillis, double p95Millis, int queries) {}

    private SearchTimes() {}

    static Timed measure(DataFolder folder) throws IOException, InterruptedException {
        List<SearchQuery> queries = shapes(folder).stream()
                .map(text -> SearchCommand.queryOf(folder, text))
                .toList();
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            for (SearchQuery query : queries) {
                long begin = System.nanoTime();
                folder.search().search(query, SearchScope.everything(), 20);
                if (round >= WARM_UP_ROUNDS) millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        millis.sort(Comparator.naturalOrder());
        return new Timed(millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100), queries.size());
    }

    private static List<String> shapes(DataFolder folder) throws IOException {
        Map<String, Integer> seen = words(folder);
        List<String> words = seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (words.size() < 100) return List.of("*");
        String common = words.get(10);
        String other = words.get(20);
        String middling = words.get(words.size() / 20);
        String rare = words.get(words.size() * 3 / 4);
        return List.of(
                "*",
                common,
                middling,
                rare,
                common + " " + middling,
                common + " OR " + other,
                common + " NOT " + middling,
                "(" + common + " OR " + rare + ") " + middling,
                "NOT " + common,
                "-" + rare,
                "\"" + common + " " + other + "\"",
                "\"" + middling + "\"",
                middling.substring(0, 3) + "*",
                "subject:" + middling,
                "body:" + common,
                "from:" + middling,
                "recipient:" + common,
                "sent:2005..2010",
                "sent:2001..2015 " + common,
                "subject:" + common + " from:" + other);
    }

    private static Map<String, Integer> words(DataFolder folder) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        int sampled = 0;
        try (EntryReader entries = folder.archive().entries(new AccessionNumber(0))) {
            for (var next = entries.next(); next.isPresent() && sampled < SAMPLED; next = entries.next()) {
                if (!(next.get() instanceof LogEntry.Capture capture)) continue;
                try (InputStream bytes = capture.message().open()) {
                    for (Message message : MailParser.parse(bytes).messages()) count(message.bodyText(), seen);
                }
                sampled++;
            }
        }
        return seen;
    }

    private static void count(String text, Map<String, Integer> seen) {
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
                .filter(word -> word.length() > 3 && !word.equals("not"))
                .distinct()
                .forEach(word -> seen.merge(word, 1, Integer::sum));
    }
}
