package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Path;

/// The two folders are no pair that can be worked with; the sentence says why and what to do.
public final class MirrorIsUnusable extends IOException {
    MirrorIsUnusable(String sentence) {
        super(sentence);
    }

    static MirrorIsUnusable foreign(Side mirror) {
        return new MirrorIsUnusable("The folder " + mirror.root() + " holds files of something else than this archive's"
                + " mirror. Name an empty folder on another disk, or the right one.");
    }

    static MirrorIsUnusable ofAnotherArchive(Side data, Side mirror) {
        return new MirrorIsUnusable("The folder " + mirror.root() + " is the mirror of another archive than that in "
                + data.root() + ". Nothing was changed. Name the right folder.");
    }

    static MirrorIsUnusable ofTheOriginal(Side data, Side mirror, Path original) {
        return new MirrorIsUnusable("The folder " + mirror.root() + " is the mirror of " + original + ", and "
                + data.root() + " is a copy of that. Nothing was changed. To work with the copy by itself, delete"
                + " mirror-state in it; if the original is not used any more, move it away.");
    }

    static MirrorIsUnusable withoutArchive(Side data, Side mirror) {
        return new MirrorIsUnusable("There is no archive in " + data.root() + ", but its mirror " + mirror.root()
                + " has one. If the data folder's disk is not mounted, mount it. If it is lost, the mirror becomes the"
                + " data folder: see the recovery guide under MIRROR_DEGRADED.");
    }

    static MirrorIsUnusable swapped(Side side) {
        return new MirrorIsUnusable(
                "The folder " + side.root() + " is not " + side.role().words()
                        + " of this pair but the other one of the two. Swap the two folders, or see the recovery guide under"
                        + " MIRROR_DEGRADED.");
    }

    static MirrorIsUnusable wentApart(Side data, Side mirror) {
        return new MirrorIsUnusable("Each of " + data.root() + " and " + mirror.root()
                + " went on without the other, so both may hold mail that the other lacks. Nothing was changed. Start"
                + " with one of them alone and keep the other aside; see the recovery guide under MIRROR_DEGRADED.");
    }

    static MirrorIsUnusable nested(Side data, Side mirror) {
        return new MirrorIsUnusable("The mirror " + mirror.root() + " and the data folder " + data.root()
                + " are one inside the other. Name a folder on another disk.");
    }

    static MirrorIsUnusable inUse(Side mirror) {
        return new MirrorIsUnusable(
                "The mirror " + mirror.root() + " is in use by another Muniment. Stop that one" + " first.");
    }
}
