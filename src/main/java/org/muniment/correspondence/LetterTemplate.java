package org.muniment.correspondence;

import java.util.List;

/// This is one letter as the product brings it.
///
/// @param purpose what it is for, in a sentence
/// @param title what the letter is about, below the address
record LetterTemplate(LetterKind kind, String name, String purpose, String title, List<TemplatePart> parts) {
    LetterTemplate {
        parts = List.copyOf(parts);
    }

    List<TemplatePart.Free> free() {
        return parts.stream()
                .filter(TemplatePart.Free.class::isInstance)
                .map(TemplatePart.Free.class::cast)
                .toList();
    }
}
