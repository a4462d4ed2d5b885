package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// This is what the holder of a copy of a root key signs once it is destroyed.
///
/// @param archive name of the log
/// @param holder SHA-256 of the holder's certificate
/// @param sealings every file in which they had it: who is given another one afterwards has to sign again
/// @param date when it was destroyed
public record EscrowAttestation(
        String archive, int root, String holder, List<EscrowCopy.Sealing> sealings, String date) {
    private static final String FIRST_LINE = "muniment escrow attestation v2";
    private static final int SEALINGS_AT = 5;
    private static final String WORDS =
            "I hold no copy of this version of the root key any more, on any medium, and have given none to anybody.";

    public EscrowAttestation {
        sealings = List.copyOf(sealings);
    }

    /// Returns the text, byte for byte as it is signed but for its line ends.
    public String text() {
        var text = new StringBuilder(FIRST_LINE + "\narchive " + archive + "\nroot " + root + "\ncertificate " + holder
                + "\ndate " + date + "\n");
        sealings.forEach(sealing -> text.append("sealed ").append(sealing).append('\n'));
        return text.append(WORDS).append('\n').toString();
    }

    /// Returns what a holder signed: CMS with the text in it, PEM or DER. Throws [EscrowIsRefused].
    static EscrowAttestation read(byte[] signed, EscrowHolder holder) {
        try {
            var cms = new CMSSignedData(EscrowFile.binary(signed));
            var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(holder.certificate());
            var signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1 || !signers.iterator().next().verify(verifier))
                throw new EscrowIsRefused("It is not signed by " + holder.name() + ".");
            if (cms.getSignedContent() == null || !(cms.getSignedContent().getContent() instanceof byte[] content))
                throw new EscrowIsRefused("The text that was signed is not in it: sign with -nodetach.");
            return parsed(new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (CMSException | OperatorCreationException | IOException | IllegalArgumentException e) {
            throw new EscrowIsRefused("It is no statement signed by " + holder.name() + " (CMS): " + e.getMessage(), e);
        }
    }

    private static EscrowAttestation parsed(String text) {
        try {
            List<String> lines = text.lines().toList();
            List<EscrowCopy.Sealing> sealings = new ArrayList<>();
            for (int i = SEALINGS_AT; i < lines.size() - 1; i++)
                sealings.add(EscrowCopy.Sealing.parse(TextFormat.value(lines, i, "sealed")));
            var read = new EscrowAttestation(
                    TextFormat.value(lines, 1, "archive"),
                    Integer.parseInt(TextFormat.value(lines, 2, "root")),
                    TextFormat.value(lines, 3, "certificate"),
                    sealings,
                    LocalDate.parse(TextFormat.value(lines, 4, "date")).toString());
            if (read.text().equals(text)) return read;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw otherText(e);
        }
        throw otherText(new IllegalArgumentException(text));
    }

    private static EscrowIsRefused otherText(RuntimeException e) {
        return new EscrowIsRefused(
                "What was signed is another text. Sign the one that `muniment keys escrow attest` prints.", e);
    }

    void requireOf(String itsArchive, EscrowCopy copy, String today) {
        if (!archive.equals(itsArchive))
            throw new EscrowIsRefused(
                    "What was signed is about the archive " + archive + "; this one is " + itsArchive + ".");
        if (date.compareTo(today) > 0)
            throw new EscrowIsRefused("What was signed is dated " + date + ", which is still to come.");
        requireAbout(copy);
    }

    /// Throws [EscrowIsRefused] unless it speaks of all that was sealed to this holder, and of nothing else.
    void requireAbout(EscrowCopy copy) {
        if (root != copy.root())
            throw new EscrowIsRefused(
                    "What was signed is about version " + root + " of the root key, not " + copy.root() + ".");
        if (!holder.equals(copy.holder()))
            throw new EscrowIsRefused("What was signed names another certificate than the one it is signed with.");
        if (!sealings.equals(copy.sealings()))
            throw new EscrowIsRefused("What was signed names other files than were sealed to " + copy.name()
                    + ". It is to be signed anew: `muniment keys escrow attest` prints the text.");
    }

    static String base64(byte[] signed) {
        return Base64.getEncoder().encodeToString(signed);
    }
}
