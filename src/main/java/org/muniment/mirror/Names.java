package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Changes of names. What the side that is read from says about a name is the answer; the other side may differ in
/// what a stop left over, and follows.
final class Names {
    private Names() {}

    static boolean isAnswer(IOException said) {
        return said instanceof NoSuchFileException
                || said instanceof FileAlreadyExistsException
                || said instanceof DirectoryNotEmptyException;
    }

    /// Makes or deletes; a name that is gone or there already on the other side is as good as done.
    static void change(Copies copies, Path file, Copies.Act act) throws IOException {
        var answer = new Answer();
        copies.change(file, 0, side -> {
            try {
                act.on(side);
            } catch (FileSystemException said) {
                if (!copies.isAnswer(side, said)) throw said;
                if (side == copies.lead()) answer.said = said;
            }
        });
        if (answer.said != null) throw answer.said;
    }

    /// Opens for writing. What the side that is read from refuses is not done on the other; that one must have the
    /// file.
    static void open(Copies copies, Path file, long from, Copies.Act act) throws IOException {
        var answer = new Answer();
        copies.change(file, from, side -> {
            if (answer.said != null) return;
            try {
                act.on(side);
            } catch (FileSystemException said) {
                if (side != copies.lead() || !copies.isAnswer(side, said)) throw said;
                answer.said = said;
            }
        });
        if (answer.said != null) throw answer.said;
    }

    private static final class Answer {
        @Nullable
        FileSystemException said;
    }
}
