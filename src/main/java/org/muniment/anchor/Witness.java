package org.muniment.anchor;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.MerkleLog;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.SignedNote;
import org.muniment.merklelog.WitnessKey;

/// This is a witness that the city has chosen (C2SP tlog-witness): it remembers the last checkpoint it saw, and signs a
/// newer one only if the log grew from there.
///
/// @param name what its files are called by
record Witness(String name, URI address, WitnessKey key) {
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int SIZE_TEXT_MAX = 24;

    /// Returns the checkpoint with the witness's signature beside the log's, checked. Throws [AnchorIsRefused].
    ///
    /// @param seen how many entries it last vouched for, as far as we know
    SignedNote cosign(MerkleLog log, Checkpoint checkpoint, long seen, OutsideHttp http) throws IOException {
        OutsideHttp.Answer answer = ask(log, checkpoint, Math.min(seen, checkpoint.size()), http);
        if (answer.status() == CONFLICT) {
            long itsSize = size(answer.body());
            if (itsSize > checkpoint.size())
                throw new AnchorIsRefused(
                        "The witness has vouched for %d entries, but the log ends at %d: it was rolled back."
                                .formatted(itsSize, checkpoint.size()));
            answer = ask(log, checkpoint, itsSize, http);
        }
        if (answer.status() != OK) throw new AnchorIsRefused(said(answer.status()));
        return cosigned(checkpoint, answer.body());
    }

    /// When it says that it saw a checkpoint, to the second.
    Instant time(SignedNote cosigned) {
        try {
            return key.verify(cosigned);
        } catch (ProofIsInvalid wrong) {
            throw new AnchorIsRefused("The witness's signature does not hold: " + wrong.getMessage() + ".");
        }
    }

    private OutsideHttp.Answer ask(MerkleLog log, Checkpoint checkpoint, long seen, OutsideHttp http)
            throws IOException {
        String proof = seen == 0
                ? ""
                : log.consistency(seen, checkpoint.size()).path().stream()
                        .map(Hash::base64)
                        .map(hash -> hash + "\n")
                        .collect(Collectors.joining());
        String body = "old " + seen + "\n" + proof + "\n" + checkpoint;
        return http.post(
                address.resolve(address.getPath() + "/add-checkpoint"),
                "text/plain; charset=utf-8",
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static long size(byte[] body) {
        String text = new String(body, StandardCharsets.US_ASCII);
        if (body.length > SIZE_TEXT_MAX || !text.matches("(0|[1-9][0-9]{0,17})\n"))
            throw new AnchorIsRefused("The witness does not say which size it knows.");
        return Long.parseLong(text.strip());
    }

    private static String said(int status) {
        return switch (status) {
            case 403 -> "The witness does not believe our signature: it knows another key for this log.";
            case 404 -> "The witness does not know this log. Give its keeper the log's key, from `muniment health`.";
            case CONFLICT, 422 ->
                "The witness has seen another log under this name: this one was rewritten, or runs twice.";
            default -> "The witness answers with status " + status + ".";
        };
    }

    private SignedNote cosigned(Checkpoint checkpoint, byte[] lines) {
        try {
            SignedNote answered = SignedNote.parse(
                    (checkpoint + new String(lines, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            return key.cosigned(checkpoint.note(), answered);
        } catch (NoteIsMalformed | ProofIsInvalid wrong) {
            throw new AnchorIsRefused("The witness's answer does not hold: " + wrong.getMessage() + ".");
        }
    }
}
