package org.muniment.search;

import java.util.List;

/// This is a piece of a found message with the places in it that made it a hit. It is plain text: whoever shows it
/// escapes it.
public record Snippet(Place place, String text, List<Mark> marks) {
    /// This is the part of the message a snippet was cut from.
    public enum Place {
        SUBJECT,
        BODY,
        ATTACHMENT
    }

    /// This is a highlighted range of the snippet's text: from `start` to before `end`, in UTF-16 units; ranges do
    /// not overlap.
    public record Mark(int start, int end) {
        public Mark {
            if (start < 0 || end <= start) throw new IllegalArgumentException("not a range: " + start + ".." + end);
        }
    }

    public Snippet {
        marks = List.copyOf(marks);
    }
}
