package org.muniment.inspection;

import java.util.Optional;

/// This is content that somebody meant to withhold, or that a reader does not see, and that anybody can
/// recover.
///
/// @param page from 1; 0 if it is in no page
/// @param box where, if it has a place
/// @param text what can be read, cut at [#TEXT_CHARACTERS_MAX]; empty for a picture
/// @param where in words, for what is not on the last version's pages; else empty
public record Finding(int page, Kind kind, Optional<Box> box, String text, String where) {
    static final int TEXT_CHARACTERS_MAX = 2_000;

    public Finding {
        if (text.length() > TEXT_CHARACTERS_MAX) text = text.substring(0, TEXT_CHARACTERS_MAX - 1) + "…";
    }

    static Finding at(int page, Kind kind, Box box, String text) {
        return new Finding(page, kind, Optional.of(box), text, "");
    }

    static Finding elsewhere(int page, Kind kind, String text, String where) {
        return new Finding(page, kind, Optional.empty(), text, where);
    }

    /// How it is hidden. The names are part of the JSON answer.
    public enum Kind {
        UNDER_A_BOX("text under a box"),
        UNDER_A_PICTURE("text under a picture"),
        UNDER_AN_ANNOTATION("text under an annotation"),
        SAME_COLOUR("text in the colour of what is behind it"),
        INVISIBLE("invisible text where nothing can be seen"),
        UNAPPLIED_REDACTION("a redaction that was marked and never applied"),
        HIDDEN_LAYER("text on a hidden layer"),
        OUTSIDE_THE_PAGE("text outside the visible page"),
        CLIPPED("text that is clipped away"),
        CROPPED_PICTURE("a picture that goes on outside the visible page"),
        EARLIER_REVISION("an earlier version of the file, still in it"),
        TERM("a term that must not be there");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
