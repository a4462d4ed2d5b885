package org.muniment.production;

import org.muniment.rendition.FontFace;

/// This is the refusal to draw a page on which a character would be left out in silence. It does not say the character:
/// its place in Unicode is enough to find a font for it.
final class GlyphIsMissing extends RuntimeException {
    GlyphIsMissing(int character, FontFace face) {
        super("The font %s has no glyph for U+%04X".formatted(face.name(), character));
    }
}
