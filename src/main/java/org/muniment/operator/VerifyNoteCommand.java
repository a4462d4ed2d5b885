package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `verify-note`: whether the files beside a note are those the archive signed. Needs no data folder.
@Command(
        name = "verify-note",
        description = {
            "Say whether a release or a search certificate is as the archive signed it:",
            "the signature of the note, and the SHA-256 of each file beside it."
        },
        footer = {"", "Exit codes: 0 all is as signed, 1 something is not, 2 wrong use."},
        mixinStandardHelpOptions = true)
final class VerifyNoteCommand extends PlainCommand {
    @Parameters(paramLabel = "FILE.note", description = "The note; the files it names lie beside it.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            required = true,
            description =
                    "The archive's verifier key (name+hash+key), from the city itself and not from beside the note.")
    private String key = "";

    VerifyNoteCommand(Desk desk) {
        super(desk);
    }

    /// @param signed what the note says first: whose archive, and what it signed
    record NoteVerified(String signed, boolean asSigned, List<SignedFile> files) {}

    @Override
    Answer answer() throws IOException {
        Path note = desk.terminal().resolve(file);
        byte[] bytes = Files.readAllBytes(note);
        try {
            SignedNote signed = SignedNote.parse(bytes);
            signed.verify(verifier());
            List<SignedFile> files = SignedFile.besides(note, signed.text());
            boolean asSigned = files.stream().allMatch(one -> one.state() == SignedFile.State.AS_SIGNED);
            String first = signed.text().lines().findFirst().orElse("");
            return new Answer(
                    new NoteVerified(first, asSigned, files),
                    text(first, files, asSigned),
                    asSigned ? Answer.DONE : Answer.NO);
        } catch (NoteIsMalformed | ProofIsInvalid wrong) {
            throw new NoteIsNotBelieved(file + ": " + wrong.getMessage() + ".");
        }
    }

    private NoteVerifier verifier() {
        try {
            return NoteVerifier.parse(key);
        } catch (NoteIsMalformed wrong) {
            throw new InputIsUnusable("--key: " + wrong.getMessage() + ".");
        }
    }

    private static String text(String first, List<SignedFile> files, boolean asSigned) {
        String lines = files.stream()
                .map(one -> "%-9s  %s"
                        .formatted(one.state().name().toLowerCase(Locale.ROOT).replace('_', ' '), one.name()))
                .collect(Collectors.joining("\n"));
        String sum = asSigned
                ? "Signed by the key that was given, and every file is as it was signed."
                : "The note is signed by the key that was given, but NOT every file is as it was signed.";
        return "%s\n%s\n%s".formatted(first, lines, sum);
    }
}
