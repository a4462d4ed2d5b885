package org.muniment.privilege;

/// A rule, or the reason for an act of counsel, is not written so that it can be kept.
final class RuleIsMalformed extends RuntimeException {
    RuleIsMalformed(String sentence) {
        super(sentence);
    }
}
