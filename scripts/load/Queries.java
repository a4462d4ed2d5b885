import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Queries in the words of the mail itself, in the shapes people ask.
record Queries(List<String> words, List<String> phrases, List<String> senders) {
    Queries(String newest, List<String> senders) {
        this(new ArrayList<>(), new ArrayList<>(), senders);
        Matcher subject = Pattern.compile("\"subject\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(newest);
        while (subject.find()) {
            List<String> found = Pattern.compile("[A-Za-z]{4,}").matcher(subject.group(1)).results()
                    .map(result -> result.group().toLowerCase()).toList();
            words.addAll(found);
            for (int at = 1; at < found.size(); at++) phrases.add(found.get(at - 1) + " " + found.get(at));
        }
    }

    String next(Random random) {
        String query = switch (random.nextInt(10)) {
            case 0 -> "*";
            case 1, 2 -> any(words, random);
            case 3, 4 -> any(phrases, random);
            case 5 -> '"' + any(phrases, random) + '"';
            case 6 -> any(words, random).substring(0, 3) + "*";
            case 7 -> "from:" + any(senders, random);
            case 8 -> any(words, random) + " from:" + any(senders, random);
            default -> "(" + any(words, random) + " OR " + any(words, random) + ") sent:2001..2020";
        };
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /// Those who wrote most of the newest 1,000 messages, the most frequent first.
    static List<String> senders(Visitor counsel) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        Matcher from = Pattern.compile("\"from\":\"[^\"]*?([\\w.+-]+@[\\w.-]+)").matcher(
                counsel.must("GET", "/api/search?q=*&limit=1000", "").body());
        while (from.find()) counts.merge(from.group(1).toLowerCase(), 1, Integer::sum);
        return counts.keySet().stream().sorted((a, b) -> counts.get(b) - counts.get(a)).toList();
    }
}
