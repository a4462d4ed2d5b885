package org.muniment.production;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import org.muniment.rendition.Block;

/// This is what a screen reader goes by: headings, paragraphs, rows of name and value, and what a box stands for, in
/// reading order. It is built while pages are drawn; lines of one block may stand on several pages.
final class StructureTree {
    private static final COSName MCR = COSName.getPDFName("MCR");
    private static final COSName MCID = COSName.getPDFName("MCID");
    private static final COSName ROW = COSName.getPDFName("Row");
    private static final COSName COLUMN = COSName.getPDFName("Column");

    private final COSDictionary root = PdfObjects.dictionary("StructTreeRoot");
    private final COSDictionary document = element("Document", root);
    private final COSArray parentNumbers = new COSArray();
    private int pages;
    private int blockNumber;
    private @Nullable COSDictionary blockElement;
    private Block.Role previous = Block.Role.PARAGRAPH;
    private final Map<Integer, COSDictionary> cells = new HashMap<>();
    private COSDictionary table = document;
    private COSDictionary row = document;
    private COSDictionary list = document;
    private COSDictionary item = document;

    static String type(Block.Role role) {
        return switch (role) {
            case MESSAGE_HEADING -> "H1";
            case ATTACHMENT_HEADING -> "H2";
            case FIELD_NAME -> "TH";
            case FIELD_VALUE -> "TD";
            case PARAGRAPH -> "P";
            case COLUMN_HEADING, ROW_HEADING -> "TH";
            case CELL -> "TD";
            case LIST_LABEL -> "Lbl";
            case LIST_TEXT -> "LBody";
        };
    }

    OfPage page(COSDictionary page) {
        page.setInt(COSName.STRUCT_PARENTS, pages++);
        return new OfPage(page);
    }

    COSDictionary toDictionary() {
        root.setItem(COSName.K, document);
        var numbers = new COSDictionary();
        numbers.setItem(COSName.NUMS, parentNumbers);
        root.setItem(COSName.PARENT_TREE, numbers);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, pages);
        return root;
    }

    /// A row that goes on over a page end comes back to its cells.
    private COSDictionary elementOf(Block block) {
        if (blockElement != null && blockNumber == block.number()) return blockElement;
        var begun = cells.get(block.number());
        if (begun != null) return begun;
        blockNumber = block.number();
        blockElement = begin(block.role());
        if (isOfRow(block.role())) cells.put(block.number(), blockElement);
        else cells.clear();
        previous = block.role();
        return blockElement;
    }

    private static boolean isOfRow(Block.Role role) {
        return role == Block.Role.ROW_HEADING || role == Block.Role.CELL;
    }

    private COSDictionary begin(Block.Role role) {
        return switch (role) {
            case FIELD_NAME -> {
                if (previous != Block.Role.FIELD_VALUE) table = child("Table", document);
                yield heading(child("TR", table), ROW);
            }
            case COLUMN_HEADING -> {
                if (previous == Block.Role.COLUMN_HEADING) yield heading(row, COLUMN);
                table = child("Table", document);
                yield heading(child("TR", table), COLUMN);
            }
            case ROW_HEADING -> {
                cells.clear();
                yield heading(child("TR", table), ROW);
            }
            case FIELD_VALUE, CELL -> child("TD", row);
            case LIST_LABEL -> {
                if (previous != Block.Role.LIST_TEXT) list = child("L", document);
                item = child("LI", list);
                yield child("Lbl", item);
            }
            case LIST_TEXT -> child("LBody", item);
            case MESSAGE_HEADING, ATTACHMENT_HEADING, PARAGRAPH -> child(type(role), document);
        };
    }

    private COSDictionary heading(COSDictionary ofRow, COSName scope) {
        row = ofRow;
        var name = child("TH", row);
        var attributes = new COSDictionary();
        attributes.setItem(COSName.O, COSName.getPDFName("Table"));
        attributes.setItem(COSName.getPDFName("Scope"), scope);
        name.setItem(COSName.A, attributes);
        return name;
    }

    private static COSDictionary child(String type, COSDictionary parent) {
        var element = element(type, parent);
        kids(parent).add(element);
        return element;
    }

    private static COSDictionary element(String type, COSDictionary parent) {
        var element = PdfObjects.dictionary("StructElem");
        element.setItem(COSName.S, COSName.getPDFName(type));
        element.setItem(COSName.P, parent);
        element.setItem(COSName.K, new COSArray());
        return element;
    }

    private static COSArray kids(COSDictionary element) {
        return element.getCOSArray(COSName.K);
    }

    /// The marked content of one page, numbered as it is drawn.
    final class OfPage {
        private final COSDictionary page;
        private final List<COSDictionary> parents = new ArrayList<>();

        private OfPage(COSDictionary page) {
            this.page = page;
        }

        /// Text that says what it shows.
        int text(Block block) {
            return mark(elementOf(block));
        }

        /// Content for which a screen reader says other words.
        int spoken(Block block, String words) {
            var span = child("Span", elementOf(block));
            span.setItem(COSName.ACTUAL_TEXT, PdfObjects.text(words));
            return mark(span);
        }

        /// Everything on the page is drawn: its elements become findable by their number.
        void end() {
            var elements = new COSArray();
            parents.forEach(elements::add);
            parentNumbers.add(page.getItem(COSName.STRUCT_PARENTS));
            parentNumbers.add(elements);
        }

        private int mark(COSDictionary element) {
            int number = parents.size();
            parents.add(element);
            var reference = new COSDictionary();
            reference.setDirect(true);
            reference.setItem(COSName.TYPE, MCR);
            reference.setItem(COSName.PG, page);
            reference.setItem(MCID, COSInteger.get(number));
            kids(element).add(reference);
            return number;
        }
    }
}
