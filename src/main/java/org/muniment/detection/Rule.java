package org.muniment.detection;

import java.util.Optional;

/// Looks for one family of personal data. Whatever it is given, it looks at a fixed number of tokens and characters.
interface Rule {
    /// What begins at this token.
    Optional<Candidate> at(Tokens tokens, Labels labels, int token);
}
