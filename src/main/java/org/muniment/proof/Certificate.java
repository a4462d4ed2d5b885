package org.muniment.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.anchor.Anchor;
import org.muniment.archive.IntegrityReport;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.proof.Background.LawfulWords;
import org.muniment.proof.CertificatePart.Exhibited;
import org.muniment.proof.CertificatePart.Fact;
import org.muniment.proof.CertificatePart.Facts;
import org.muniment.proof.CertificatePart.Heading;
import org.muniment.proof.CertificatePart.Items;
import org.muniment.proof.CertificatePart.Paragraph;
import org.muniment.proof.CertificatePart.Signature;

/// The draft certification of a bundle: what the system knows is printed, what only a person can say is left blank and
/// marked. It says nothing a person did not check until a person signs it.
record Certificate(
        String version,
        Instant preparedAt,
        Selection selection,
        List<Exhibit> exhibits,
        CompletenessRange range,
        Checkpoint checkpoint,
        NoteVerifier key,
        List<Anchor> anchors,
        Identification identification,
        IntegrityReport integrity,
        Background background) {
    private static final String TITLE = "Draft certification of records";

    /// What the bundle's other files are known by.
    ///
    /// @param files SHA-256 over the lines of the manifest for all files but the certificate
    record Identification(String files, String verifyScript) {}

    CertificateDraft draft() {
        List<CertificatePart> parts = new ArrayList<>();
        person(parts);
        system(parts);
        keeping(parts);
        selection(parts);
        items(parts);
        identification(parts);
        incidents(parts);
        new Declaration(background).addTo(parts);
        return new CertificateDraft(TITLE, preparedAt, parts);
    }

    private void person(List<CertificatePart> parts) {
        parts.add(
                new Paragraph(
                        "This is a draft printed by Muniment. It certifies nothing until a qualified person has"
                                + " completed every field in [BRACKETS], checked the rest, and signed. Counsel decides on which of the"
                                + " grounds below it is offered. It supports authenticity; hearsay and relevance are argued elsewhere."));
        parts.add(new Heading("1. Declarant"));
        parts.add(new Facts(List.of(
                new Fact("Name", "[DECLARANT: full name]"),
                new Fact("Title, office", "[DECLARANT: title, office, address]"),
                new Fact(
                        "Qualification",
                        "[DECLARANT: how you know this system and its records; what you did yourself]"))));
    }

    private void system(List<CertificatePart> parts) {
        parts.add(new Heading("2. The system"));
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Software", "Muniment " + version),
                new Fact("Log", checkpoint.origin()),
                new Fact("Prepared", preparedAt.toString())));
        if (background.configuration().isEmpty())
            facts.add(new Fact("Configuration", "[ADMINISTRATOR: the settings that govern capture, with their hash]"));
        else facts.add(new Fact("Configuration of capture", String.join("\n", background.configuration())));
        parts.add(new Facts(facts));
    }

    private static void keeping(List<CertificatePart> parts) {
        parts.add(new Heading("3. How the records are made and kept"));
        parts.add(
                new Paragraph(
                        "Each message reaches the archive as a copy made by the mail server (journal, by SMTP) or by"
                                + " import of files; custody.csv says which, for each item. The bytes are hashed as they arrive, before"
                                + " anything reads them, written to disk, and only then acknowledged. Each capture is given the next"
                                + " accession number, which is its place in an append-only log; the log’s root is signed about once a"
                                + " second. The archive keeps the bytes as they arrived and has no function that changes them."));
        parts.add(new Facts(List.of(new Fact(
                "Regular practice",
                "[DECLARANT: since when, for which mailboxes, and as what regular practice of the office messages are"
                        + " copied to the archive at or near the time they are sent or received]"))));
    }

    private void selection(List<CertificatePart> parts) {
        parts.add(new Heading("4. How these items were selected"));
        parts.add(new Facts(List.of(
                new Fact("By", selection.how()),
                new Fact("Who asked", selection.by()),
                new Fact("What for", selection.purpose().isEmpty() ? "[DECLARANT]" : selection.purpose()),
                new Fact("When", preparedAt + ", when this bundle was asked for"))));
    }

    private void items(List<CertificatePart> parts) {
        parts.add(new Heading("5. Items: " + exhibits.size()));
        exhibits.forEach(exhibit -> parts.add(item(exhibit)));
        parts.add(new Facts(List.of(
                new Fact("Redacted", "0: each item is whole"),
                new Fact("Withheld", "0 parts of these items"),
                new Fact("Log from %d to %d".formatted(range.first(), range.last()), held()))));
    }

    private String held() {
        return ("%d entries: %d captures, %d of them in this bundle, %d deliveries of the same again, %d events;"
                        + " %d were stepped over after a restore, %d were destroyed under an authorisation;"
                        + " see completeness.txt")
                .formatted(
                        range.last() - range.first() + 1,
                        range.captures(),
                        range.exhibits(),
                        range.duplicates(),
                        range.lifecycle(),
                        range.steppedOver(),
                        range.destroyed().size());
    }

    private static CertificatePart item(Exhibit exhibit) {
        return new Exhibited(
                "Accession " + exhibit.accession(),
                new Facts(List.of(
                        new Fact(
                                "Taken into custody",
                                exhibit.capturedAt() + ", source "
                                        + exhibit.envelope().source()),
                        new Fact(
                                "Message-ID",
                                exhibit.messageId().isEmpty() ? "(none)" : printable(exhibit.messageId())),
                        new Fact("Size", exhibit.sizeBytes() + " bytes"),
                        new Fact("SHA-256", exhibit.sha256()),
                        new Fact("Leaf of the log", exhibit.leaf().hex()),
                        new Fact("Went out in", releases(exhibit)))));
    }

    private static String releases(Exhibit exhibit) {
        return exhibit.releases()
                .map(known -> known.isEmpty()
                        ? "no release, " + KnownReleases.LOOKED
                        : known.stream()
                                .map(one -> "%s %s: %s".formatted(one.at(), one.event(), one.detail()))
                                .collect(Collectors.joining("\n", "", "\n(" + KnownReleases.LOOKED + ")")))
                .orElse("(not looked for)");
    }

    // A sender wrote it: it must not be able to lay out this page.
    private static String printable(String text) {
        String plain = text.codePoints()
                .map(c -> c > ' ' && c < 0x7F ? c : '?')
                .limit(250)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain + " (as the sender wrote it)";
    }

    private void identification(List<CertificatePart> parts) {
        parts.add(new Heading("6. Digital identification"));
        parts.add(new Paragraph(
                "SHA-256, Ed25519, RFC 6962. Every file of the bundle but MANIFEST.sha256 and its signature is"
                        + " listed with its hash in MANIFEST.sha256, which the archive’s key signed."));
        parts.add(new Facts(List.of(
                new Fact(
                        "Hash of the other files",
                        identification.files()
                                + "\n(SHA-256 of the manifest without the certificate: grep -v '  certificate' MANIFEST.sha256 | sha256sum)"),
                new Fact("SHA-256 of verify.sh", identification.verifyScript()),
                new Fact("Key’s fingerprint", key.fingerprint()),
                new Fact("Log’s key (C2SP)", key.toString()),
                new Fact("Log when exported", "size " + checkpoint.size()),
                new Fact("Its root", checkpoint.root().hex()),
                new Fact("Outside anchors", anchored()),
                new Fact(
                        "Checked while exporting",
                        "each item against its log entry, its proof and the signed checkpoint: all match"),
                new Fact("Quick integrity check", integrityResult()),
                new Fact(
                        "Earlier checks",
                        background.checks().isEmpty() ? "[ADMINISTRATOR]" : String.join("\n", background.checks())),
                new Fact(
                        "Own check",
                        "[DECLARANT: date on which you ran verify.sh, after comparing its hash and the fingerprint of the key"
                                + " with what you know from elsewhere, and what it printed]"))));
        parts.add(new Paragraph(
                "The salt of each item is in the bundle. Without it the public log tells nobody what a message"
                        + " says; whoever has it can, from now on and for ever, confirm that exactly these bytes are the ones in the"
                        + " log."));
    }

    private String anchored() {
        if (anchors.isEmpty())
            return "none. Without one, this bundle does not exclude that someone who held the key rebuilt the whole log;"
                    + " see the guide on evidence.";
        return anchors.stream().map(this::anchored).collect(Collectors.joining(";\n"))
                + "\n(in anchors/; verify.sh checks them and that the log grew from there)";
    }

    private String anchored(Anchor anchor) {
        return anchor + (anchor.size() > range.last() ? "" : ", which are not all of these items");
    }

    private String integrityResult() {
        if (integrity.ok()) return "nothing wrong found";
        return "FINDINGS, to be explained by the declarant: " + String.join("; ", integrity.findings());
    }

    private void incidents(List<CertificatePart> parts) {
        parts.add(new Heading("7. Incidents and gaps in the days of these items"));
        background.incidents().ifPresent(known -> {
            if (known.isEmpty()) parts.add(new Paragraph("The archive raised no alarm in these days."));
            else parts.add(new Items(known));
        });
        parts.add(new Paragraph("[DECLARANT: what else you know of, or \"none known to me\"]"));
    }

    /// What the law wants to hear, in its own words, and how far they may be relied on.
    private record Declaration(Background background) {
        void addTo(List<CertificatePart> parts) {
            parts.add(new Heading("8. Declaration"));
            parts.add(new Paragraph(
                    "I am qualified to make this certification. [DECLARANT: strike the grounds that do not apply]"));
            parts.addAll(said(background.grounds(), "[COUNSEL: the grounds on which the records are offered]"));
            parts.addAll(said(background.declaration(), "[COUNSEL: the words of the declaration]"));
            parts.add(new Signature(List.of("Signature [DECLARANT]", "Executed on [DECLARANT: date]")));
            parts.add(new Heading("9. Certificate for a state’s court"));
            parts.addAll(said(
                    background.stateCertificate(),
                    "[COUNSEL: this part stays empty until counsel supplies the text the state requires]"));
        }

        private static List<CertificatePart> said(List<LawfulWords> words, String blank) {
            if (words.isEmpty()) return List.of(new Paragraph(blank));
            return words.stream().map(Declaration::said).toList();
        }

        private static CertificatePart said(LawfulWords words) {
            String source = words.standing()
                    .map(standing -> " NOT VERIFIED BY COUNSEL (" + standing + "): compare it with the law before use.")
                    .orElse("");
            return new Paragraph(words.words() + " (" + words.citation() + ")" + source);
        }
    }
}
