package org.muniment.correspondence;

import java.util.Locale;

/// This is what a letter is for. Each kind has one template in `letters.yaml`.
public enum LetterKind {
    ACKNOWLEDGEMENT,
    CLARIFICATION,
    EXTENSION,
    FEE_ESTIMATE,
    PARTIAL_GRANT,
    DENIAL,
    NO_RECORDS,
    RELEASE_COVER,
    CLOSING,
    APPEAL_ACKNOWLEDGEMENT,
    APPEAL_DECISION,
    RECALL_NOTICE,
    OTHER;

    /// As files name it.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
