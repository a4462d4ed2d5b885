package org.muniment.proof;

import java.util.List;
import java.util.Optional;

/// This is what a certificate says beside its items: how the archive is set, how it fared, what the law wants to hear.
/// What is empty is left to the declarant, and marked.
///
/// @param configuration the settings that govern capture, a line each
/// @param checks what the last checks of each kind came to, a sentence each
/// @param incidents what went wrong in the days of the items, a sentence each; absent if nobody looked
/// @param grounds on which the records may be offered
/// @param declaration the words of a declaration under penalty of perjury
/// @param stateCertificate what the state wants to read
public record Background(
        List<String> configuration,
        List<String> checks,
        Optional<List<String>> incidents,
        List<LawfulWords> grounds,
        List<LawfulWords> declaration,
        List<LawfulWords> stateCertificate) {
    /// Nothing beside what the archive itself knows.
    static final Background UNKNOWN =
            new Background(List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of());

    public Background {
        configuration = List.copyOf(configuration);
        checks = List.copyOf(checks);
        incidents = incidents.map(List::copyOf);
        grounds = List.copyOf(grounds);
        declaration = List.copyOf(declaration);
        stateCertificate = List.copyOf(stateCertificate);
    }

    /// Words of the law, with their citation.
    ///
    /// @param standing how far they may be relied on, if counsel has not verified them; empty if counsel has
    public record LawfulWords(String citation, String words, Optional<String> standing) {}
}
