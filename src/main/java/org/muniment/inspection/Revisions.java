package org.muniment.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.muniment.inspection.Finding.Kind;
import org.muniment.inspection.Unreadable.Refused;

/// The earlier versions of a file that was saved by appending to it. Each is a whole PDF for whoever
/// cuts the file.
final class Revisions {
    private static final int REVISIONS_MAX = 20;
    private static final Pattern WORD = Pattern.compile("\\s+");

    /// The end of a section. A file for the web has one near its beginning, with no table to start from.
    private static final Pattern END = Pattern.compile("startxref\\s+(\\d+)\\s+%%EOF");

    private final byte[] file;
    private final List<Integer> ends;

    private Revisions(byte[] file, List<Integer> ends) {
        this.file = file;
        this.ends = ends;
    }

    static Revisions of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean isForTheWeb = text.substring(0, Math.min(text.length(), 2_048)).contains("/Linearized");
        List<Integer> ends = new ArrayList<>();
        var matcher = END.matcher(text);
        for (boolean isFirst = true; matcher.find(); isFirst = false)
            if (!matcher.group(1).equals("0") && !(isFirst && isForTheWeb)) ends.add(matcher.end());
        if (!ends.isEmpty()) ends.removeLast();
        return new Revisions(bytes, ends.stream().limit(REVISIONS_MAX).toList());
    }

    /// With the last.
    int count() {
        return ends.size() + 1;
    }

    /// The file as it was then; from 1.
    byte[] bytes(int number) {
        return Arrays.copyOf(file, ends.get(number - 1));
    }

    /// What earlier versions say and the last one does not.
    List<Finding> lost(PDDocument last) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (count() == 1) return findings;
        Map<String, Integer> kept = count(pages(last));
        for (int number = 1; number < count(); number++)
            try (PDDocument before = PdfReading.open(bytes(number))) {
                addLost(pages(before), kept, number, findings);
            } catch (Refused | RuntimeException unreadable) {
                // What no reader can open is no version of the document; its bytes are searched all the same.
            }
        return findings;
    }

    private void addLost(List<List<String>> pages, Map<String, Integer> kept, int number, List<? super Finding> to) {
        Set<String> lost = new HashSet<>();
        count(pages).forEach((word, times) -> {
            if (times > kept.getOrDefault(word, 0)) lost.add(word);
        });
        for (int page = 1; page <= pages.size(); page++) {
            String text = pages.get(page - 1).stream()
                    .filter(line -> words(line).stream().anyMatch(lost::contains))
                    .distinct()
                    .collect(Collectors.joining(" / "));
            if (Telling.tells(text))
                to.add(Finding.elsewhere(
                        page, Kind.EARLIER_REVISION, text, "version %d of %d".formatted(number, count())));
        }
    }

    private static Map<String, Integer> count(List<List<String>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<String> lines : pages)
            for (String line : lines) for (String word : words(line)) counts.merge(word, 1, Integer::sum);
        return counts;
    }

    private static List<String> words(String line) {
        return WORD.splitAsStream(line)
                .map(FoldedText::of)
                .filter(word -> word.chars().filter(Character::isLetterOrDigit).count() >= 2)
                .toList();
    }

    /// The lines of each page, and what its annotations say.
    private static List<List<String>> pages(PDDocument pdf) throws IOException {
        List<List<String>> pages = new ArrayList<>();
        for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            List<String> lines = new ArrayList<>(
                    stripper.getText(pdf).lines().map(String::strip).toList());
            for (PDAnnotation annotation : pdf.getPage(number - 1).getAnnotations())
                for (String key : List.of("Contents", "V"))
                    Optional.ofNullable(annotation.getCOSObject().getString(key))
                            .ifPresent(lines::add);
            pages.add(lines);
        }
        return pages;
    }
}
