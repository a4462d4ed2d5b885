package org.muniment.rendition;

/// A character in the font that will draw it; `advance` is in units of the type size.
record Glyph(int codePoint, FontFace face, double advance) {}
