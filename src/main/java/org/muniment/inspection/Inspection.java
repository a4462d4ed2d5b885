package org.muniment.inspection;

import java.util.List;

/// This is what an inspection found.
///
/// @param findings what can be recovered, by page
/// @param notes what is no fault by itself and may tell more than it should: metadata, bookmarks, attachments
/// @param unread what could not be read; while there is any, the file is not called clean
public record Inspection(int pages, List<Finding> findings, List<Note> notes, List<String> unread) {
    public Inspection {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        unread = List.copyOf(unread);
    }

    /// This is one thing a file says beside its pages.
    ///
    /// @param kind one word, for sorting
    public record Note(String kind, String text) {}
}
