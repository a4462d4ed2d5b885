package org.muniment.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muniment.production.PaperPart;
import org.muniment.production.PaperPart.Column;
import org.muniment.production.PaperPart.Fact;
import org.muniment.production.PaperPart.Facts;
import org.muniment.production.PaperPart.Heading;
import org.muniment.production.PaperPart.Paragraph;
import org.muniment.production.PaperPart.Table;
import org.muniment.search.ParticipantCount;

/// This writes one saved search into a certificate.
final class CertifiedSearch {
    /// More are named in the JSON beside it.
    private static final int LISTED_MAX = 100;

    private final CertificateWords words;
    private List<PaperPart> parts = new ArrayList<>();

    CertifiedSearch(CertificateWords words) {
        this.words = words;
    }

    /// What the certificate says of one saved search, all its versions and runs.
    List<PaperPart> parts(SavedSearch search) {
        parts = new ArrayList<>();
        parts.add(new Heading(search.label()));
        for (SearchVersion version : search.versions())
            version(version, search.versions().size());
        return parts;
    }

    private void version(SearchVersion version, int of) {
        List<Fact> facts = new ArrayList<>();
        if (of > 1) facts.add(new Fact("Version", version.version() + " of " + of));
        facts.add(new Fact("Purpose", version.why()));
        facts.add(new Fact("Typed", version.query()));
        facts.add(new Fact("Understood as", version.parsed()));
        facts.add(new Fact("Days begin and end", "in " + version.zone().getId()));
        facts.add(new Fact("Written by", version.by() + ", " + words.moment(version.at())));
        parts.add(new Facts(facts));
        parts.add(new Table(
                List.of(
                        new Column("Run", 6),
                        new Column("Messages found", 4),
                        new Column("As delivered", 3),
                        new Column("Kept back", 3),
                        new Column("Not searchable", 4),
                        new Column("Log position", 4)),
                version.runs().stream().map(this::run).toList()));
        RunCounts latest = version.latest().counts();
        custodians(latest);
        unread(latest);
    }

    private List<String> run(SearchRun run) {
        RunCounts counts = run.counts();
        return List.of(
                words.moment(run.at()) + ", " + run.by() + (counts.wholeCity() ? "" : " (some departments’ mail only)"),
                CertificateWords.figure(counts.total()),
                CertificateWords.figure(counts.captures()),
                CertificateWords.figure(counts.keptBack()),
                CertificateWords.figure(counts.unsearchable()),
                CertificateWords.figure(counts.indexedThrough()));
    }

    private void custodians(RunCounts counts) {
        if (!counts.departmentsKnown()) {
            parts.add(new Paragraph("Whose mail it is was not counted: the archive knows no department’s addresses."));
            return;
        }
        if (counts.custodians().isEmpty()) return;
        List<ParticipantCount> shown =
                counts.custodians().stream().limit(LISTED_MAX).toList();
        long left = counts.custodians().size() - shown.size() + counts.custodiansLeftOut();
        String named = shown.stream()
                .map(one -> "%s (%,d)".formatted(one.address(), one.messages()))
                .collect(Collectors.joining(", "));
        parts.add(new Paragraph("City addresses that sent or received what was found, with the number of messages: "
                + named + (left == 0 ? "." : ", and %,d more, listed in the JSON.".formatted(left))));
    }

    private void unread(RunCounts counts) {
        if (counts.unread().isEmpty()) return;
        List<UnreadLine> shown = counts.unread().stream().limit(LISTED_MAX).toList();
        long left = counts.unsearchable() - shown.size();
        String numbers = shown.stream()
                .map(one -> one.accession() + " (" + kinds(one.kinds()) + ")")
                .collect(Collectors.joining(", "));
        parts.add(
                new Paragraph("Could not be decided, because part of the message could not be read; accession numbers: "
                        + numbers + (left == 0 ? "." : ", and %,d more.".formatted(left))));
    }

    private static String kinds(List<String> kinds) {
        return kinds.stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
