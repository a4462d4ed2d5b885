package org.muniment.production;

import java.util.List;

/// This is a part of a [Paper], in reading order.
public sealed interface PaperPart {
    /// The large words at the top (PDF: H1); at most one in a paper.
    record Title(String words) implements PaperPart {}

    /// Begins a section (PDF: H2).
    record Heading(String words) implements PaperPart {}

    /// A paragraph; its line feeds begin lines, as in an address. `notes`, a citation each, are numbered through the
    /// paper, named at the paragraph's end as [1], and printed at the paper's end.
    record Paragraph(String words, List<String> notes) implements PaperPart {
        public Paragraph {
            notes = List.copyOf(notes);
        }

        public Paragraph(String words) {
            this(words, List.of());
        }
    }

    /// A list with a dot before each item.
    record Items(List<String> items) implements PaperPart {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Names with their values, one below the other (PDF: a table with row headings).
    record Facts(List<Fact> facts) implements PaperPart {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, String value) {}

    /// A table with a heading for each column, repeated on each page. A row has a cell for each column; the first
    /// names its row.
    record Table(List<Column> columns, List<List<String>> rows) implements PaperPart {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows)
                if (row.size() != columns.size()) throw new IllegalArgumentException("a row has a cell a column");
        }
    }

    /// `share` is the column's part of the width, beside those of the others.
    record Column(String heading, int share) {
        public Column {
            if (share < 1) throw new IllegalArgumentException("a column has a width");
        }
    }

    /// A line to sign on, and below it who signs: name, office, date, one below the other.
    record Signature(List<String> lines) implements PaperPart {
        public Signature {
            lines = List.copyOf(lines);
        }
    }
}
