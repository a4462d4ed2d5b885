package org.muniment.operator;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.muniment.rendition.DisplayableText;

/// This is where a command reads its relative paths from and writes its words to: the operator's own terminal, or the
/// far end of the server's socket.
///
/// @param output standard output, for answers
/// @param errors standard error, for progress and refusals
/// @param workingFolder what relative paths start from
/// @param attention whether a person is watching
record Terminal(OutputStream output, OutputStream errors, Path workingFolder, Attention attention) {
    enum Attention {
        WATCHED,
        PIPED
    }

    Path resolve(Path given) {
        return workingFolder.resolve(given).normalize();
    }

    PrintWriter out() {
        return new PrintWriter(output, true, StandardCharsets.UTF_8);
    }

    PrintWriter err() {
        return new PrintWriter(errors, true, StandardCharsets.UTF_8);
    }

    /// The text with nothing in it that a terminal would obey instead of show: mail may hold escape sequences.
    static String harmless(String text) {
        return DisplayableText.of(text);
    }

    /// A line of progress, which overwrites itself; nothing when piped.
    void progress(String line) {
        if (attention == Attention.PIPED) return;
        PrintWriter err = err();
        err.print("\r\u001b[K" + harmless(line));
        err.flush();
        if (err.checkError()) throw new CallerHasLeft();
    }

    void progressDone() {
        if (attention == Attention.WATCHED) {
            PrintWriter err = err();
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
