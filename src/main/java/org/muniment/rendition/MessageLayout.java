package org.muniment.rendition;

import java.util.ArrayList;
import java.util.List;
import org.muniment.rendition.Block.Role;
import org.muniment.rendition.VisualOrder.Direction;

/// The laying out of one message: a heading, its fields as rows, its text, the slip sheet of its attachments, and each
/// attached message, beginning on a page of its own, in the same way.
final class MessageLayout {
    private static final double FIELD_NAME_WIDTH = 96;
    private static final double GAP = 8;
    private static final double HEADING_ROOM = 72;

    private final ShownMessage message;
    private final PageFormat format;
    private final Typesetter type;
    private final PageFiller filler;
    private int blocks;
    private String section = "";
    private String slip = "";
    private Role previous = Role.MESSAGE_HEADING;

    MessageLayout(ShownMessage message, PageFormat format, FontShelf fonts) {
        this.message = message;
        this.format = format;
        this.type = new Typesetter(fonts);
        this.filler = new PageFiller(message.accession(), format);
    }

    Rendition rendition() {
        heading("Message " + message.accession(), Role.MESSAGE_HEADING, TypeStyle.MESSAGE_HEADING);
        message.passages().forEach(this::passage);
        return new Rendition(message.accession(), format, filler.finish());
    }

    private void passage(ShownPassage passage) {
        List<Strip> strips = Strip.of(passage.runs(), type::isDrawable);
        if (strips.stream().allMatch(Strip::isBlank)) return;
        beginSection(passage);
        if (passage.kind() == PassageKind.BODY) text(strips);
        else field(passage.label(), strips);
    }

    private void beginSection(ShownPassage passage) {
        String next = passage.part().substring(0, passage.part().lastIndexOf('/') + 1);
        if (!next.equals(section)) {
            section = next;
            slip = "";
            filler.startPage();
            String part = section.substring(0, section.length() - 1);
            heading("Attached message, part " + part, Role.ATTACHMENT_HEADING, TypeStyle.ATTACHMENT_HEADING);
        }
        if (passage.kind() == PassageKind.FILENAME || passage.kind() == PassageKind.ATTACHMENT) beginSlip(passage);
    }

    private void beginSlip(ShownPassage passage) {
        String next = passage.part().substring(0, passage.part().lastIndexOf(':') + 1);
        if (slip.isEmpty()) heading("Attachments", Role.ATTACHMENT_HEADING, TypeStyle.ATTACHMENT_HEADING);
        else if (!next.equals(slip)) filler.leave(GAP);
        slip = next;
    }

    private void heading(String words, Role role, TypeStyle style) {
        filler.leave(2 * GAP);
        filler.keepTogether(HEADING_ROOM);
        Block block = block(role);
        for (Strip line : ownWords(words, style, format.right() - format.left()))
            add(line, block, style, format.left(), filler.nextBaseline(style.leading()));
        filler.leave(GAP);
    }

    /// The value begins on the baseline where its name ends.
    private void field(String name, List<Strip> value) {
        if (previous == Role.PARAGRAPH) filler.leave(GAP);
        Block nameBlock = block(Role.FIELD_NAME);
        double baseline = 0;
        for (Strip line : ownWords(name, TypeStyle.FIELD_NAME, FIELD_NAME_WIDTH - GAP)) {
            baseline = filler.nextBaseline(TypeStyle.FIELD_NAME.leading());
            add(line, nameBlock, TypeStyle.FIELD_NAME, format.left(), baseline);
        }
        double left = format.left() + FIELD_NAME_WIDTH;
        Block valueBlock = block(Role.FIELD_VALUE);
        boolean isFirst = true;
        for (Strip strip : value)
            for (Strip line : type.lines(strip, TypeStyle.TEXT, format.right() - left)) {
                if (!isFirst) baseline = filler.nextBaseline(TypeStyle.TEXT.leading());
                isFirst = false;
                add(line, valueBlock, TypeStyle.TEXT, left, baseline, VisualOrder.directionOf(strip.text()));
            }
    }

    /// A blank line ends a paragraph; the lines of a paragraph stay lines.
    private void text(List<Strip> strips) {
        filler.leave(GAP);
        List<Strip> paragraph = new ArrayList<>();
        for (Strip strip : strips) {
            if (!strip.isBlank()) paragraph.add(strip);
            else endParagraph(paragraph);
        }
        endParagraph(paragraph);
    }

    private void endParagraph(List<Strip> strips) {
        if (strips.isEmpty()) return;
        Block block = block(Role.PARAGRAPH);
        for (Strip strip : strips)
            for (Strip line : type.lines(strip, TypeStyle.TEXT, format.right() - format.left())) {
                double baseline = filler.nextBaseline(TypeStyle.TEXT.leading());
                add(line, block, TypeStyle.TEXT, format.left(), baseline, VisualOrder.directionOf(strip.text()));
            }
        filler.leave(GAP);
        strips.clear();
    }

    private List<Strip> ownWords(String words, TypeStyle style, double width) {
        Strip strip = Strip.of(List.of(new Run.Shown(words)), type::isDrawable).getFirst();
        return type.lines(strip, style, width);
    }

    private void add(Strip line, Block block, TypeStyle style, double left, double baseline) {
        add(line, block, style, left, baseline, Direction.LEFT_TO_RIGHT);
    }

    private void add(Strip line, Block block, TypeStyle style, double left, double baseline, Direction paragraph) {
        List<Piece> pieces = type.set(line, style, paragraph, left, format.right(), baseline);
        filler.add(new Line(block, baseline, line.reading(), pieces));
    }

    private Block block(Role role) {
        previous = role;
        return new Block(++blocks, role);
    }
}
