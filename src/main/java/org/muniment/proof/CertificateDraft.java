package org.muniment.proof;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.proof.CertificatePart.Exhibited;
import org.muniment.proof.CertificatePart.Facts;
import org.muniment.proof.CertificatePart.Heading;
import org.muniment.proof.CertificatePart.Items;
import org.muniment.proof.CertificatePart.Paragraph;
import org.muniment.proof.CertificatePart.Signature;

/// This is the draft of a certification of records: what the system knows, with blanks for what only a person can say.
public record CertificateDraft(String title, Instant preparedAt, List<CertificatePart> parts) {
    private static final int WIDTH = 110;
    private static final int NAME_WIDTH = 30;

    public CertificateDraft {
        parts = List.copyOf(parts);
    }

    /// Returns the draft as plain text.
    public String text() {
        return title.toUpperCase(java.util.Locale.ROOT) + "\n\n"
                + parts.stream().map(CertificateDraft::text).collect(Collectors.joining("\n"));
    }

    private static String text(CertificatePart part) {
        return switch (part) {
            case Heading(var words) -> "\n" + words.toUpperCase(java.util.Locale.ROOT) + "\n";
            case Paragraph(var words) -> wrapped("", words);
            case Items(var items) ->
                items.stream().map(item -> wrapped("  - ", item)).collect(Collectors.joining());
            case Facts facts -> text(facts);
            case Exhibited(var title, var facts) -> title + "\n" + text(facts);
            case Signature(var lines) -> "\n\n" + "_".repeat(NAME_WIDTH) + "\n" + String.join("\n", lines) + "\n";
        };
    }

    private static String text(Facts facts) {
        return facts.facts().stream()
                .map(fact ->
                        wrapped(("  " + fact.name() + " ".repeat(NAME_WIDTH)).substring(0, NAME_WIDTH), fact.value()))
                .collect(Collectors.joining());
    }

    private static String wrapped(String first, String words) {
        StringBuilder text = new StringBuilder(first);
        int column = first.length();
        for (String line : words.split("\n", -1)) {
            for (String word : Arrays.asList(line.split(" "))) {
                if (column > first.length() && column + word.length() > WIDTH) {
                    text.append('\n').append(" ".repeat(first.length()));
                    column = first.length();
                }
                text.append(word).append(' ');
                column += word.length() + 1;
            }
            text.setLength(text.length() - 1);
            text.append('\n').append(" ".repeat(first.length()));
            column = first.length();
        }
        return text.toString().stripTrailing() + "\n";
    }
}
