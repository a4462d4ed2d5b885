package org.muniment.production;

/// This is the name of a file in a release: plain letters, digits, `-` and `_`, one ending. It says nothing of content.
public record ReleasedName(String text) {
    public ReleasedName {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\\.[a-z0-9]{1,10})?"))
            throw new IllegalArgumentException("not a plain file name: " + text);
        if (text.startsWith("manifest.") || text.startsWith("redaction-log."))
            throw new IllegalArgumentException("a name the release itself uses: " + text);
    }
}
