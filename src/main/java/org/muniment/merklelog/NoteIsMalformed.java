package org.muniment.merklelog;

/// This says that a note, checkpoint or proof is not in its one canonical form, and where.
public final class NoteIsMalformed extends Exception {
    NoteIsMalformed(String sentence) {
        super(sentence);
    }
}
