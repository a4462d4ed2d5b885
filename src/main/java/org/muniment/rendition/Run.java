package org.muniment.rendition;

import java.util.Optional;

/// This is a stretch of a passage after review: text that may be shown, or the place of text that may not.
public sealed interface Run {
    record Shown(String text) implements Run {
        public Shown {
            if (!DisplayableText.isDisplayable(text)) throw new IllegalArgumentException("not displayable text");
        }
    }

    /// Where something was withheld. Knows the exemption and, where the law wants it stated, a coarse amount; nothing
    /// else: neither the text nor its length.
    record Withheld(String exemption, Optional<WithheldAmount> amount) implements Run {
        public Withheld {
            if (exemption.isBlank() || !DisplayableText.isDisplayable(exemption) || exemption.contains("\n"))
                throw new IllegalArgumentException("an exemption is one line of displayable text");
        }

        public Withheld(String exemption) {
            this(exemption, Optional.empty());
        }

        /// What its box says.
        public String label() {
            return amount.map(stated -> exemption + ", " + stated.words()).orElse(exemption);
        }
    }
}
