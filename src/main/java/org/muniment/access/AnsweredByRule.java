package org.muniment.access;

/// This is where controllers answer, each method under its own rule: `/api/` for the page and for programs, `/log/` for
/// whoever reads the log. Everything else is the page's own files.
public final class AnsweredByRule {
    private AnsweredByRule() {}

    public static boolean isAt(String path) {
        return path.startsWith("/api/") || path.startsWith("/log/");
    }
}
