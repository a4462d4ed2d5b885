package org.muniment.proof;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.anchor.Anchor;
import org.muniment.archive.IntegrityReport;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.NoteVerifier;

/// The draft of a certification under Fed. R. Evid. 902(11), (13) and (14): what the system knows is printed, what
/// only a person can say is left blank and marked. It says nothing a person did not check until a person signs it.
record Certificate(
        String version,
        Instant preparedAt,
        List<Exhibit> exhibits,
        CompletenessRange range,
        Checkpoint checkpoint,
        NoteVerifier key,
        List<Anchor> anchors,
        String verifyScriptSha256,
        IntegrityReport integrity) {

    String text() {
        return person() + system() + items() + identification() + declaration();
    }

    private String person() {
        return """
                DRAFT CERTIFICATION OF RECORDS
                Fed. R. Evid. 902(11), 902(13) and 902(14)

                This is a draft printed by Muniment. It certifies nothing until a qualified person has completed every field
                in [BRACKETS], checked the rest, and signed. Counsel decides which of the three rules it is offered under.

                1. DECLARANT
                   Name:           [DECLARANT: full name]
                   Title, office:  [DECLARANT: title, office, address]
                   Qualification:  [DECLARANT: how you know this system and its records; what you did yourself]

                """;
    }

    private String system() {
        return """
                2. THE SYSTEM
                   Software:       Muniment %s
                   Log origin:     %s
                   Configuration:  [ADMINISTRATOR: version of the configuration in force, with its hash]
                   Prepared:       %s

                3. HOW THE RECORDS ARE MADE AND KEPT
                   Each message reaches the archive as a copy made by the mail server (journal, by SMTP) or by import of files;
                   custody.csv says which, for each item. The bytes are hashed as they arrive, before anything reads them,
                   written to disk, and only then acknowledged. Each capture is given the next accession number, which is its
                   place in an append-only log; the log's root is signed about once a second. The archive keeps the bytes as
                   they arrived and has no function that changes them.
                   Regular practice: [DECLARANT: since when, for which mailboxes, and as what regular practice of the office
                   messages are copied to the archive at or near the time they are sent or received]

                4. HOW THESE ITEMS WERE SELECTED
                   They were named by accession number to the command that wrote this bundle.
                   Request or query, who ran it, when: [DECLARANT]

                """.formatted(version, checkpoint.origin(), preparedAt);
    }

    private String items() {
        return "5. ITEMS: " + exhibits.size() + "\n"
                + exhibits.stream().map(Certificate::item).collect(Collectors.joining())
                + """
                   Redacted: none. Withheld parts: none. Each item is whole.
                   Range %d to %d: see completeness.txt for what else the log holds there.

                """.formatted(range.first(), range.last());
    }

    private static String item(Exhibit exhibit) {
        return """
                   Accession %s
                     taken into custody  %s, source %s
                     Message-ID          %s
                     size                %d bytes
                     SHA-256             %s
                     leaf                %s
                """.formatted(
                        exhibit.accession(),
                        exhibit.capturedAt(),
                        exhibit.envelope().source(),
                        exhibit.messageId().isEmpty() ? "(none)" : printable(exhibit.messageId()),
                        exhibit.sizeBytes(),
                        exhibit.sha256(),
                        exhibit.leaf().hex());
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

    private String identification() {
        return """
                6. DIGITAL IDENTIFICATION (SHA-256, Ed25519, RFC 6962)
                   Every file of the bundle but MANIFEST.sha256 and its signature is listed with its hash in MANIFEST.sha256,
                   which the archive's key signed.
                   SHA-256 of MANIFEST.sha256:   [DECLARANT: copy it from the command "sha256sum MANIFEST.sha256"]
                   SHA-256 of verify.sh:         %s
                   Fingerprint of the log's key: %s
                   Log's key (C2SP):             %s
                   Log when exported:            size %d, root %s
                   Outside anchors:              %s
                   Checked while exporting:      each item against its log entry, its proof and the signed checkpoint: all match.
                   Quick integrity check:        %s
                   Own check: [DECLARANT: date on which you ran verify.sh, after comparing its hash and the fingerprint of the
                   key with what you know from elsewhere, and what it printed]
                   Incidents and gaps of capture in the period: [DECLARANT: list them, or "none known to me"]

                   The salt of each item is in the bundle. Without it the public log tells nobody what a message says; whoever
                   has it can, from now on and for ever, confirm that exactly these bytes are the ones in the log.

                """.formatted(
                        verifyScriptSha256,
                        key.fingerprint(),
                        key,
                        checkpoint.size(),
                        checkpoint.root().hex(),
                        anchored(),
                        integrityResult());
    }

    private String anchored() {
        if (anchors.isEmpty())
            return "none. Without one, this bundle does not exclude that someone who held the\n" + " ".repeat(33)
                    + "key rebuilt the whole log; see the guide on evidence.";
        return anchors.stream().map(this::anchored).collect(Collectors.joining(";\n" + " ".repeat(33))) + "\n"
                + " ".repeat(33) + "(in anchors/; verify.sh checks them and that the log grew from there)";
    }

    private String anchored(Anchor anchor) {
        return anchor + (anchor.size() > range.last() ? "" : ", which are not all of these items");
    }

    private String integrityResult() {
        if (integrity.ok()) return "nothing wrong found";
        return "FINDINGS, to be explained by the declarant: " + String.join("; ", integrity.findings());
    }

    private String declaration() {
        return """
                7. DECLARATION (28 U.S.C. 1746)
                   I am qualified to make this certification. [DECLARANT: strike what does not apply]
                   902(11): the records were made at or near the time by, or from information transmitted by, someone with
                            knowledge; were kept in the course of a regularly conducted activity; and making them was a regular
                            practice of that activity.
                   902(13): the records were generated by an electronic process or system that produces an accurate result.
                   902(14): the data were copied from an electronic device, storage medium or file and are authenticated by the
                            process of digital identification described above.

                   I declare under penalty of perjury that the foregoing is true and correct.

                   Executed on [DECLARANT: date]          Signature [DECLARANT]

                8. STATE COURT CERTIFICATION
                   [COUNSEL: this part stays empty until counsel supplies the text the state requires]
                """;
    }
}
