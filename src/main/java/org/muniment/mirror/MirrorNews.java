package org.muniment.mirror;

/// Hears when the two copies are no longer equal, and when they are again.
public interface MirrorNews {
    /// A side fell behind, or is missing; the archive goes on with the other one.
    ///
    /// @param side what people call it
    void behind(String side, String reason);

    /// A file of the side that is read from was damaged, and the other side's was not: it was replaced.
    void mended(String side, String file);

    /// Both have everything again.
    void together();
}
