package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// This is a content stream read back into strokes. It knows only the operators we write: no clipping, no invisible
/// text, no images, no forms, no spacing; anything else is an objection.
final class ContentReader {
    private static final Set<Map<String, PdfValue>> ARTEFACTS = Set.of(
            Map.of("Type", new PdfValue.Name("Pagination"), "Subtype", new PdfValue.Name("Footer")),
            Map.of("Type", new PdfValue.Name("Pagination"), "Subtype", new PdfValue.Name("Header")),
            Map.of("Type", new PdfValue.Name("Layout")));

    private final Map<String, ReadFont> fonts;
    private final List<PdfValue> operands = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private Stroke.Ink ink = Stroke.Ink.BLACK;
    private List<Double> rectangle = List.of();
    private List<Double> place = List.of();
    private String fontName = "";
    private double size;
    private int depth;

    private ContentReader(Map<String, ReadFont> fonts) {
        this.fonts = fonts;
    }

    static List<Stroke> read(String content, Map<String, ReadFont> fonts) throws PdfIsUnexpected {
        var reader = new ContentReader(fonts);
        var syntax = new PdfSyntax(content, 0);
        while (!syntax.isAtEnd()) {
            var value = syntax.next();
            if (value instanceof PdfValue.Word(var operator)) reader.operate(operator);
            else reader.operands.add(value);
        }
        if (reader.depth != 0 || !reader.operands.isEmpty()) throw new PdfIsUnexpected("content that ends early");
        return reader.strokes;
    }

    private void operate(String operator) throws PdfIsUnexpected {
        switch (operator) {
            case "rg" -> ink = ink(numbers(3));
            case "re" -> rectangle = numbers(4);
            case "f" -> fill();
            case "BT" -> begin();
            case "Tf" -> {
                size = number(1);
                fontName = operands.getFirst() instanceof PdfValue.Name(var name) ? name : "";
            }
            case "Td" -> place = numbers(2);
            case "Tj" -> show();
            case "ET" -> numbers(0);
            case "BDC" -> mark();
            case "EMC" -> depth--;
            default -> throw new PdfIsUnexpected("an operator that we do not use");
        }
        operands.clear();
    }

    private void begin() {
        place = List.of();
        fontName = "";
    }

    private void fill() throws PdfIsUnexpected {
        if (rectangle.size() != 4) throw new PdfIsUnexpected("a filled shape that is no box");
        strokes.add(new Stroke.Filled(rectangle.get(0), rectangle.get(1), rectangle.get(2), rectangle.get(3), ink));
        rectangle = List.of();
    }

    private void show() throws PdfIsUnexpected {
        var font = fonts.get(fontName);
        if (font == null || place.size() != 2 || operands.size() != 1)
            throw new PdfIsUnexpected("text without a place");
        if (!(operands.getFirst() instanceof PdfValue.Text(var codes)))
            throw new PdfIsUnexpected("text we do not write");
        strokes.add(new Stroke.Characters(font.name(), size, place.get(0), place.get(1), font.decode(codes), ink));
        place = List.of();
    }

    /// Marked content carries its number, or is an artefact; it carries no words.
    private void mark() throws PdfIsUnexpected {
        depth++;
        boolean isOurs = operands.size() == 2
                && operands.get(0) instanceof PdfValue.Name
                && operands.get(1) instanceof PdfValue.Dictionary(var entries)
                && (entries.keySet().equals(Set.of("MCID")) || ARTEFACTS.contains(entries));
        if (!isOurs) throw new PdfIsUnexpected("marked content that carries more than its number");
    }

    private static Stroke.Ink ink(List<Double> colour) throws PdfIsUnexpected {
        if (colour.equals(List.of(0.0, 0.0, 0.0))) return Stroke.Ink.BLACK;
        if (colour.equals(List.of(1.0, 1.0, 1.0))) return Stroke.Ink.WHITE;
        throw new PdfIsUnexpected("a colour that is neither black nor white");
    }

    private List<Double> numbers(int count) throws PdfIsUnexpected {
        if (operands.size() != count) throw new PdfIsUnexpected("an operator with other operands than ours");
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) numbers.add(number(i));
        return numbers;
    }

    private double number(int index) throws PdfIsUnexpected {
        if (index < operands.size() && operands.get(index) instanceof PdfValue.Numeral(var value)) return value;
        throw new PdfIsUnexpected("an operand that is no number");
    }
}
