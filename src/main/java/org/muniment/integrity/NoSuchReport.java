package org.muniment.integrity;

/// Refusal: no report of that name can be shown.
final class NoSuchReport extends RuntimeException {
    NoSuchReport(String sentence) {
        super(sentence + " The page \"Archive health\" leads to those there are.");
    }
}
