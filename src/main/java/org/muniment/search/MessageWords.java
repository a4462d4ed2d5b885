package org.muniment.search;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/// This is all words of one message, sorted into the fields of the index. The body comes first.
final class MessageWords {
    private static final int ADDRESS_LENGTH_MAX = 1_000;

    private final WordTable table = new WordTable();
    private final WordScanner scanner = new WordScanner();
    private final TermList bodyExact = new TermList();
    private final TermList metaExact = new TermList();
    private final TermList stems = new TermList();
    private final TermList stemsNotInBody = new TermList();
    private final Map<SearchField, Words> fields = new EnumMap<>(SearchField.class);
    private final EnumSet<SearchField> present = EnumSet.noneOf(SearchField.class);
    private int number;

    private record Words(TermList exact, TermList stems) {
        void add(WordTable.Word word) {
            exact.add(word.exact);
            stems.add(word.stem.bytes);
        }
    }

    void begin() {
        number++;
        table.beginMessage();
        for (var list : new TermList[] {bodyExact, metaExact, stems, stemsNotInBody}) list.empty();
        for (var words : fields.values()) {
            words.exact.empty();
            words.stems.empty();
        }
        present.clear();
    }

    void body(String text) {
        scanner.over(text);
        bodyExact.endText();
        while (scanner.next()) {
            var word = table.word(scanner.buffer(), scanner.length());
            bodyExact.add(word.exact);
            if (word.stem.seenIn == number) continue;
            word.stem.seenIn = number;
            stems.add(word.stem.bytes);
        }
        if (!bodyExact.isEmpty()) present.add(SearchField.BODY);
    }

    /// Adds a text to fields of its own, and once to what is searched without a field.
    void text(String text, SearchField... own) {
        if (text.isBlank()) return;
        metaExact.endText();
        for (var field : own) {
            present.add(field);
            words(field).exact.endText();
        }
        scanner.over(text);
        while (scanner.next()) {
            var word = table.word(scanner.buffer(), scanner.length());
            for (var field : own) words(field).add(word);
            addMeta(word);
        }
    }

    /// Adds a text only to what is searched without a field.
    void meta(String text) {
        metaExact.endText();
        scanner.over(text);
        while (scanner.next()) addMeta(table.word(scanner.buffer(), scanner.length()));
    }

    /// Adds someone: the words of the name and of the address, and beside them the address whole, `local@` and
    /// `@domain`.
    void person(String name, String address, SearchField... roles) {
        text(name + " " + address, roles);
        var folded = Literals.address(address);
        int at = folded.lastIndexOf('@');
        if (at < 0 || folded.length() > ADDRESS_LENGTH_MAX) return;
        var whole = new BytesRef(folded);
        var local = new BytesRef(folded.substring(0, at + 1));
        var domain = new BytesRef(folded.substring(at));
        for (var role : roles) {
            var exact = words(role).exact;
            exact.addBeside(whole);
            exact.addBeside(local);
            exact.addBeside(domain);
        }
    }

    void present(SearchField field) {
        present.add(field);
    }

    void addTo(Document document) {
        add(document, IndexFields.BODY_EXACT, bodyExact, IndexFields.POSITIONS);
        add(document, IndexFields.META_EXACT, metaExact, IndexFields.POSITIONS);
        add(document, IndexFields.STEM, stems, IndexFields.DOCUMENTS);
        add(document, IndexFields.STEM_NOT_IN_BODY, stemsNotInBody, IndexFields.DOCUMENTS);
        fields.forEach((field, words) -> {
            add(document, IndexFields.exact(field), words.exact, IndexFields.POSITIONS);
            if (field.kind() == SearchField.Kind.TEXT) add(document, field.word(), words.stems, IndexFields.DOCUMENTS);
        });
        for (var field : present) document.add(new StringField(IndexFields.PRESENT, field.word(), Field.Store.NO));
    }

    private static void add(Document document, String name, TermList terms, FieldType type) {
        if (!terms.isEmpty()) document.add(new Field(name, terms, type));
    }

    private void addMeta(WordTable.Word word) {
        metaExact.add(word.exact);
        if (word.stem.seenIn == number) return;
        word.stem.seenIn = number;
        stems.add(word.stem.bytes);
        stemsNotInBody.add(word.stem.bytes);
    }

    private Words words(SearchField field) {
        return fields.computeIfAbsent(field, _ -> new Words(new TermList(), new TermList()));
    }
}
