package org.muniment.demo;

import java.util.List;
import java.util.Map;

/// A thread as it is written in a story book, before its blanks are filled.
///
/// @param times how often it is told; if once, `daysBefore` says when it begins
record Story(String key, int times, int daysBefore, String subject, List<Line> lines) {
    Story {
        lines = List.copyOf(lines);
    }

    /// One message of it: who writes, what is said of it (to, cc, bcc, after, attach, form, list), and the text.
    record Line(String from, Map<String, String> said, String body) {
        Line {
            said = Map.copyOf(said);
        }

        String said(String what) {
            return said.getOrDefault(what, "");
        }
    }
}
