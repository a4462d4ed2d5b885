package org.muniment.production;

import java.util.List;
import java.util.Map;

/// This is a value as written in a PDF file, read by [PdfSyntax].
sealed interface PdfValue {
    record Name(String text) implements PdfValue {}

    /// The string's bytes, one character each.
    record Text(String bytes) implements PdfValue {}

    record Numeral(double value) implements PdfValue {}

    record Reference(int object) implements PdfValue {}

    record Listing(List<PdfValue> items) implements PdfValue {}

    record Dictionary(Map<String, PdfValue> entries) implements PdfValue {}

    /// `true`, `null`, `obj`, an operator.
    record Word(String text) implements PdfValue {}
}
