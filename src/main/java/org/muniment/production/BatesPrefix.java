package org.muniment.production;

/// This is what every Bates number of one release begins with: 1 to 32 letters, digits, `-` or `_`.
public record BatesPrefix(String text) {
    public BatesPrefix {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,31}"))
            throw new ReleaseRefused("A Bates prefix is 1 to 32 letters, digits, - or _ and begins with a letter or"
                    + " digit. Choose another, for example REQ-2026-014-");
    }

    /// What the release's folder and ZIP are called: the prefix, without a joint at its end.
    String releaseName() {
        return text.replaceAll("[-_]+$", "");
    }

    BatesNumber first() {
        return new BatesNumber(this, 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
