package org.muniment.production;

import org.muniment.rendition.Block;
import org.muniment.rendition.Block.Role;
import org.muniment.rendition.Lettering;

/// This draws a letterhead: the city's name, the lines below it, and a rule under them.
final class PaperHead {
    private final PaperFiller filler;
    private final Lettering regular;
    private final Lettering bold;

    PaperHead(PaperFiller filler, Lettering regular, Lettering bold) {
        this.filler = filler;
        this.regular = regular;
        this.bold = bold;
    }

    void draw(Letterhead head) {
        double left = filler.left();
        var block = filler.block(Role.PARAGRAPH);
        filler.moveTo(filler.baseline() + 22);
        say(block, head.city(), bold, 15, 20, left);
        for (var line : head.lines()) say(block, line, regular, 9, 12.5, left);
        filler.moveTo(filler.baseline() - 9);
        filler.put(new Artefact.Rule(filler.left(), filler.baseline(), filler.right() - filler.left(), 1.2));
        filler.moveTo(filler.baseline() - 14);
    }

    private void say(Block block, String words, Lettering type, double size, double leading, double left) {
        var plain = PaperPages.displayable(words).replace('\n', ' ');
        for (var line : type.lines(plain, size, filler.right() - left))
            filler.put(block, filler.next(leading), line, type.set(line, size, left));
    }
}
