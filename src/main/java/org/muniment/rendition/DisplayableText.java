package org.muniment.rendition;

/// This is the rule by which text from a message becomes text on a page.
public final class DisplayableText {
    private DisplayableText() {}

    public static String of(String raw) {
        return raw;
    }

    static boolean isDisplayable(String text) {
        return true;
    }
}
