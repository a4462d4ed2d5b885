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

    static MirrorIsUnusable elsewhere(Side data, Side mirror, String remembered) {
        return new MirrorIsUnusable("The mirror of " + data.root() + " is " + remembered + ", and nothing of it is in "
                + mirror.root() + ". Nothing was changed. Name " + remembered + ", also while its disk is away. If that"
                + " disk is lost, or the mirror is to begin anew, delete mirror-state in " + data.root()
                + " first.");
    }

    static MirrorIsUnusable fellBehind(Side side) {
        return new MirrorIsUnusable("The folder " + side.root()
                + " fell behind: the other copy of it and its mirror went"
                + " on without it, has mail that is not here, and is not there now, or is empty. Nothing was changed."
                + " Mount its disk and name it. Only if that disk is lost for good, delete " + Side.BEHIND + " in "
                + side.root() + " and start: what only the other copy had is lost then. See the recovery guide under"
                + " MIRROR_DEGRADED.");
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

    static MirrorIsUnusable dataIsReadOnly(Side data, Side mirror, IOException cause) {
        var refused = new MirrorIsUnusable("The data folder " + data.root() + " cannot be written ("
                + Copies.reason(cause) + "). The mirror " + mirror.root()
                + " is in order, but does not go on alone: the"
                + " workflow database and the settings are in the data folder only. Make its disk writable and start"
                + " again. If the disk is lost, the mirror becomes the data folder: see the recovery guide under"
                + " MIRROR_DEGRADED.");
        refused.initCause(cause);
        return refused;
    }

    static MirrorIsUnusable leadsReadOnly(Side data, Side mirror, IOException cause) {
        var refused = new MirrorIsUnusable("The mirror " + mirror.root() + " has mail that " + data.root()
                + " lacks, and cannot be written (" + Copies.reason(cause) + "). Nothing was changed. Make its disk"
                + " writable and start again; see the recovery guide under MIRROR_DEGRADED.");
        refused.initCause(cause);
        return refused;
    }

    static MirrorIsUnusable inUse(Side mirror) {
        return new MirrorIsUnusable(
                "The mirror " + mirror.root() + " is in use by another Muniment. Stop that one" + " first.");
    }
}
