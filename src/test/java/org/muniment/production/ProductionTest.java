package org.muniment.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.message.Canary;
import org.muniment.message.MailGenerator;
import org.muniment.message.MailParser;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.MessagePassages;
import org.muniment.rendition.Passage;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchQuery;
import tools.jackson.databind.json.JsonMapper;

class ProductionTest {
    private static final Instant RELEASED_AT = Instant.parse("2026-11-23T15:04:05Z");
    private static final int MESSAGES = 300;
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private final TreeSet<String> withheld = new TreeSet<>();
    private final TreeSet<String> shown = new TreeSet<>();
    private final List<Map<String, Object>> marks = new ArrayList<>();

    @BeforeAll
    static void openFonts() throws Exception {
        fonts = FontShelf.ofThisMachine();
    }

    @Test
    void nothingWithheldOfAnyMailCanBeReadByAnyToolAnywhere() throws Exception {
        release(20261123);
        var files = pdfs();
        var some = List.of(files.getFirst(), files.get(57), files.get(113), files.get(211), files.getLast());
        for (var file : some)
            assertThat(VeraPdf.objections(file)).as(file.toString()).isEmpty();
    }

    @Test
    @Tag("long")
    void everyFileOfAReleaseMeetsBothStandards() throws Exception {
        release(118);
        for (var file : pdfs())
            assertThat(VeraPdf.objections(file)).as(file.toString()).isEmpty();
    }

    private void release(long seed) throws Exception {
        var generator = MailGenerator.seeded(seed);
        var random = new Random(seed);
        List<List<Passage>> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            var mail = generator.next();
            messages.add(MessagePassages.of(MailParser.parse(new ByteArrayInputStream(mail.raw()))));
            for (var canary : mail.canaries()) mark(canary, random);
        }
        produce(messages);

        var readable = wordsIn(everythingReadableIn(folder.resolve("REQ")));
        assertThat(readable).as("withheld, yet readable; seed %d", seed).doesNotContainAnyElementsOf(withheld);
        readable.retainAll(shown);
        assertThat(readable)
                .as("words that nobody marked are there, or the search found nothing because it looked nowhere")
                .hasSizeGreaterThan(MESSAGES);
    }

    private void mark(Canary canary, Random random) {
        if (random.nextInt(3) == 0) {
            shown.add(canary.word());
            return;
        }
        withheld.add(canary.word());
        var match = switch (random.nextInt(3)) {
            case 0 -> canary.word();
            case 1 -> canary.word().toUpperCase(Locale.ROOT);
            default -> "/" + canary.word() + "/i";
        };
        Map<String, Object> mark = new TreeMap<>();
        mark.put("match", match);
        mark.put("exemption", List.of("1-210(b)(2)", "5 U.S.C. § 552(b)(6)").get(random.nextInt(2)));
        if (random.nextBoolean()) mark.put("in", List.of(place(canary)));
        if (random.nextInt(4) == 0) mark.put("amount", "stated");
        marks.add(mark);
    }

    private static String place(Canary canary) {
        return switch (canary.place()) {
            case FROM -> "from";
            case TO -> "to";
            case CC -> "cc";
            case BCC, ENVELOPE -> "bcc";
            case SUBJECT -> "subject";
            case HEADER -> "headers";
            case BODY, ALTERNATIVE, HIDDEN -> "body";
            case FILENAME -> "filename";
            case ATTACHMENT, ATTACHED_MESSAGE -> "attachment";
        };
    }

    private void produce(List<List<Passage>> messages) throws IOException {
        var file = folder.resolve("marks.json");
        Files.write(file, JsonMapper.builder().build().writeValueAsBytes(marks));
        var poppler = Poppler.in(Sandbox.onThisMachine());
        var redaction = RedactionMarks.read(file).begin();
        Files.delete(file);
        try (var production = new Production(folder, new BatesPrefix("REQ-"), fonts, poppler, redaction, RELEASED_AT)) {
            for (int i = 0; i < messages.size(); i++) {
                var number = new AccessionNumber(i);
                production.add(new FoundMessage(number, List.of(number)), messages.get(i));
            }
            var query = SearchQuery.parse("*", ZoneOffset.UTC, LocalDate.of(2026, 11, 23));
            production.finish(new Origin.OfQuery("example.gov/log", query, 0, MESSAGES), List.of(), text -> text);
        }
    }

    /// By pdftotext, by mutool, and all bytes once qpdf has inflated them; names, the log and the manifest too.
    private static String everythingReadableIn(Path release) throws Exception {
        var script = """
                for f in *.pdf; do
                  pdftotext "$f" - ; mutool draw -q -F txt -o - "$f" ; qpdf --qdf --object-streams=disable "$f" - ; pdfinfo "$f"
                done; ls; cat *.csv *.json *.note""";
        var output = Files.createTempFile("readable", ".txt");
        try {
            var process = new ProcessBuilder("sh", "-c", script)
                    .directory(release.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor()).isZero();
            return Files.readString(output, StandardCharsets.ISO_8859_1)
                    + new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }

    /// The messages' in order of their numbers, then the redaction log.
    private List<Path> pdfs() throws IOException {
        try (var all = Files.list(folder.resolve("REQ"))) {
            return all.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    /// The canaries of this test that stand anywhere in the text, whatever its case, form or spacing.
    private Set<String> wordsIn(String text) {
        var haystack = comparable(text);
        Map<String, List<String>> byBeginning = new HashMap<>();
        for (var words : List.of(withheld, shown))
            for (var word : words)
                byBeginning
                        .computeIfAbsent(comparable(word).substring(0, 4), _ -> new ArrayList<>())
                        .add(word);
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + 4 <= haystack.length(); at++)
            for (var word : byBeginning.getOrDefault(haystack.substring(at, at + 4), List.of()))
                if (haystack.startsWith(comparable(word), at)) found.add(word);
        return found;
    }

    private static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
