package org.muniment.operator;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// One dated case: a command line and what the law makes of it, worked out by hand.
record ClockAndFeeCase(
        String title, String command, String because, String cites, Map<String, String> expected, List<Also> also) {

    /// @param of the row of another date, or the component of a fee
    record Also(String of, String is) {}

    private static final Path FILE = Path.of("src/test/resources/org/muniment/operator/clock-and-fee-cases.yaml");

    static List<ClockAndFeeCase> all() throws IOException {
        try (Reader file = Files.newBufferedReader(FILE)) {
            Map<String, List<Map<String, Object>>> read = yaml().load(file);
            return read.getOrDefault("cases", List.of()).stream()
                    .map(ClockAndFeeCase::of)
                    .toList();
        }
    }

    /// Everything is text: dates and amounts are compared as they are written.
    private static Yaml yaml() {
        var options = new LoaderOptions();
        var dumper = new org.yaml.snakeyaml.DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
            }
        });
    }

    private static ClockAndFeeCase of(Map<String, Object> row) {
        Map<String, String> expected = List.of("dueOn", "kind", "other", "refused", "total").stream()
                .filter(row::containsKey)
                .collect(Collectors.toMap(key -> key, key -> String.valueOf(row.get(key))));
        return new ClockAndFeeCase(
                text(row, "title"),
                text(row, "command"),
                text(row, "because"),
                text(row, "cites"),
                expected,
                java.util.stream.Stream.of("dates", "lines")
                        .flatMap(key -> also(row.get(key)).stream())
                        .toList());
    }

    private static List<Also> also(@Nullable Object map) {
        if (!(map instanceof Map<?, ?> entries)) return List.of();
        return entries.entrySet().stream()
                .map(entry -> new Also(String.valueOf(entry.getKey()), String.valueOf(entry.getValue())))
                .toList();
    }

    private static String text(Map<String, Object> row, String key) {
        return String.valueOf(Optional.ofNullable(row.get(key)).orElseThrow());
    }

    boolean isFee() {
        return command.startsWith("fee");
    }

    String jurisdiction() {
        return command.split("--jurisdiction ", -1)[1].split(" ", -1)[0];
    }

    /// What is expected, for the page.
    String expectation() {
        if (expected.containsKey("refused")) return "refused: " + expected.get("refused");
        String main = isFee()
                ? "total " + amount(expected.get("total"))
                : expected.get("dueOn").equals("none") ? "no date" : "**" + expected.get("dueOn") + "**";
        if (expected.containsKey("other")) main += " (the other reading: " + expected.get("other") + ")";
        return also.stream()
                .map(one -> "; " + one.of().replaceFirst(".*/", "") + " " + one.is())
                .collect(Collectors.joining("", main, ""));
    }

    private static String amount(String total) {
        return total.equals("none") ? "not known" : "**$" + total + "**";
    }
}
