package org.muniment.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills the blanks of one telling of a story: `[a|b]` is a choice, `{street}` an invented fact, `resident/1`
/// somebody of a group. The same blank is filled with the same words throughout.
final class Blanks {
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*\\|[^\\[\\]]*)\\]");
    private static final Pattern FACT = Pattern.compile("\\{([a-z0-9]+)(?::([a-z]+/\\d))?\\}");
    private static final String[] STREETS =
            "Alder Canal Fennel Pike Larkspur Foundry Tannery Juniper Cooper Orchard Granary Lantern Quarry Heron Wharf Sexton"
                    .split(" ", -1);
    private static final String[] PARKS = {"Old Quarry", "Heron Landing", "Wexcombe", "Lantern Hill"};

    private final Townsfolk townsfolk;
    private final Random random;
    private final Map<String, String> filled = new HashMap<>();
    private final Map<String, List<Citizen>> shuffled = new HashMap<>();

    Blanks(Townsfolk townsfolk, Random random) {
        this.townsfolk = townsfolk;
        this.random = random;
    }

    String fill(String text) {
        String chosen = CHOICE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(choice(found.group(1))));
        return FACT.matcher(chosen).replaceAll(found -> Matcher.quoteReplacement(fact(found)));
    }

    /// Returns somebody by key, or by group and place in this telling.
    Citizen citizen(String reference) {
        String plain = fill(reference.strip());
        int slash = plain.indexOf('/');
        if (slash < 0) return townsfolk.named(plain);
        List<Citizen> group = shuffled.computeIfAbsent(plain.substring(0, slash), this::inNewOrder);
        return group.get(Integer.parseInt(plain.substring(slash + 1)) - 1);
    }

    private List<Citizen> inNewOrder(String name) {
        List<Citizen> group = new ArrayList<>(townsfolk.group(name));
        Collections.shuffle(group, random);
        return group;
    }

    private String choice(String options) {
        return filled.computeIfAbsent(options, all -> pick(all.split("\\|", -1)));
    }

    private String fact(MatchResult found) {
        if (found.group(2) == null) return filled.computeIfAbsent("{" + found.group(1), _ -> fact(found.group(1)));
        Citizen who = citizen(found.group(2));
        return switch (found.group(1)) {
            case "name" -> who.name();
            case "last" -> who.lastName();
            case "company" -> who.part();
            default -> throw new IllegalStateException("nothing is known of a person's " + found.group(1));
        };
    }

    /// Telephone numbers are of the range kept for fiction (555-0100 to 0199), social security numbers begin with 9,
    /// which none does.
    private String fact(String name) {
        return switch (name) {
            case "street" -> pick(STREETS);
            case "park" -> pick(PARKS);
            case "number" -> Integer.toString(1 + random.nextInt(240));
            case "home" -> 1 + random.nextInt(240) + " " + pick(STREETS) + " Street";
            case "phone" -> "555-01%02d".formatted(random.nextInt(100));
            case "ext" -> Integer.toString(100 + random.nextInt(400));
            case "ssn" ->
                "9%02d-%02d-%04d".formatted(random.nextInt(100), 1 + random.nextInt(99), random.nextInt(10_000));
            case "birth" ->
                "%d/%d/19%d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28), 40 + random.nextInt(60));
            case "account" -> Integer.toString(100_000 + random.nextInt(900_000));
            case "order" -> "%s-%04d".formatted(pick("PO", "WO", "HF"), random.nextInt(10_000));
            case "case" -> "%d-%05d".formatted(21 + random.nextInt(6), random.nextInt(100_000));
            case "amount" -> String.format(Locale.US, "%,d.%02d", 150 + random.nextInt(48_000), random.nextInt(100));
            case "fee" -> Integer.toString(5 * (2 + random.nextInt(30)));
            case "count" -> Integer.toString(2 + random.nextInt(11));
            case "count2" -> Integer.toString(14 + random.nextInt(80));
            case "ward" -> Integer.toString(1 + random.nextInt(5));
            default -> throw new IllegalStateException("no such blank: " + name);
        };
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
