package org.muniment.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// This writes `docs/mime-agreement.md`: how often we read mail as others do, and why not where not.
final class AgreementPage {
    /// This is a reason why readers differ, and which differences it explains.
    private record Reason(String text, Predicate<Agreement.Difference> explains) {}

    private static final List<Reason> REASONS = List.of(
            new Reason(
                    "8-bit letters that no charset names: stalwart puts replacement marks (U+FFFD), we read them as UTF-8 if"
                            + " they are valid as such, else as windows-1252, so that a search finds the word.",
                    difference -> difference.theirs().contains("\uFFFD")
                            && !difference.ours().contains("\uFFFD")),
            new Reason(
                    "A backslash in a quoted file name: stalwart takes it for an escape, we only before a quote or another"
                            + " backslash, because what is sent is a Windows path.",
                    difference -> difference.fact().equals("file name")
                            && difference.theirs().startsWith("C:TEMP")),
            new Reason(
                    "A uuencoded text part: stalwart shows the encoded lines, we decode them.",
                    difference -> difference.theirs().startsWith("begin 600")),
            new Reason(
                    "A part announced as audio or image whose base64 is none: stalwart shows it as text; for us it is an"
                            + " attachment, with its bytes as sent.",
                    difference -> difference.file().startsWith("rfc/")),
            new Reason(
                    "An attached message with a file name: stalwart's fact is the name of the part, ours that of the text"
                            + " in the message; or a disposition that names a file but no kind: we take the name.",
                    difference -> difference.fact().equals("file name")),
            new Reason(
                    "Multiparts without, or with contradictory, boundaries: MIME4J finds the inner boundary of two that begin"
                            + " alike, and what precedes the first boundary is text around the parts for us, a part for"
                            + " stalwart. No text is lost either way.",
                    difference -> difference.file().startsWith("malformed/")),
            new Reason(
                    "A damaged or unlabelled text: the readers keep a different number of replacement marks, or stop at a"
                            + " different place.",
                    difference -> difference.file().startsWith("thirdparty/")),
            new Reason(
                    "Base64 that breaks off within a group of four digits: MIME4J drops the last one or two bytes, we keep"
                            + " them.",
                    difference -> difference.file().contains("frag")),
            new Reason(
                    "A header without the empty line that ends it: lines that are no fields begin the body for us if no"
                            + " field follows them; MIME4J was told to drop them, or to end the header at the first.",
                    difference -> difference.file().startsWith("malformedHeader")
                            || difference.file().startsWith("hdr-fakeout")
                            || difference.file().startsWith("basic-plain-with-bad-header")),
            new Reason(
                    "A boundary longer than 1,000 characters (RFC 2046 allows 70): we read the whole as text and say so.",
                    difference -> difference.file().startsWith("very-very-long")));

    private final StringBuilder page = new StringBuilder();

    static String of(List<Agreement> suites) {
        return new AgreementPage().page(suites);
    }

    /// The first reason that explains a difference, or an empty text.
    static String reason(Agreement.Difference difference) {
        return REASONS.stream()
                .filter(reason -> reason.explains().test(difference))
                .map(Reason::text)
                .findFirst()
                .orElse("");
    }

    private String page(List<Agreement> suites) {
        line("# How our reading of mail agrees with others'");
        line("");
        line(
                "Two parser suites carry what their own parsers read; the tests compare every fact of it with what we read and");
        line(
                "fail when the rate falls below the one published here. White space counts as one space, line ends as LF.");
        line("This page is written by the test: `mvn test -Dtest=AgreementTest -Dmuniment.publish=true`.");
        for (Agreement suite : suites) suite(suite);
        return page.toString();
    }

    private void suite(Agreement suite) {
        line("");
        line("## " + suite.suite() + ": " + rate(suite) + " %");
        line("");
        line("| fact | agree | of |");
        line("|---|---|---|");
        suite.byFact().forEach((fact, counts) -> line("| " + fact + " | " + counts[0] + " | " + counts[1] + " |"));
        line("| **all** | **" + suite.agreeing() + "** | **" + suite.all() + "** |");
        line("");
        line("Where we differ, and why:");
        line("");
        Map<String, Integer> byReason = new TreeMap<>();
        for (Agreement.Difference difference : suite.differences()) byReason.merge(reason(difference), 1, Integer::sum);
        byReason.forEach((reason, count) -> line("- " + count + " times: " + reason));
    }

    /// In per cent with one digit, rounded down.
    static String rate(Agreement suite) {
        return String.format(Locale.ROOT, "%.1f", Math.floor(1000 * suite.rate()) / 10);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
