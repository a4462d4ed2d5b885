package org.muniment.archive;

import java.util.Random;
import org.muniment.simulation.SimulatedDisk;

/// The disk of a [Story] while something else takes its room, and gives it back.
final class ScarceRoom {
    private final SimulatedDisk disk;
    private final long faultsBesideRoomBefore;
    private boolean isShort;

    ScarceRoom(SimulatedDisk disk, long faultsBefore) {
        this.disk = disk;
        // What went wrong while the archive was opened is no want of room.
        this.faultsBesideRoomBefore = disk.faultCount() == faultsBefore ? disk.faultCountBesideRoom() : -1;
    }

    boolean isShort() {
        return isShort;
    }

    void take(int bytesLeft) {
        disk.fill(bytesLeft);
        isShort = true;
    }

    void giveBack() {
        disk.freeSpace();
        isShort = false;
    }

    /// Nobody restarts the archive: what was refused for want of room, and for nothing else, is taken now.
    void requireItGoesOn(Archive archive, Ledger ledger) {
        if (!wasAllThatWasWrong()) return;
        byte[] raw = Fixture.bytes(new Random(ledger.size()), 500);
        try {
            ledger.acknowledged(Fixture.keep(archive, Fixture.file(), raw), raw, Fixture.file());
        } catch (RuntimeException refused) {
            if (wasAllThatWasWrong()) throw new AssertionError("there is room again, but no mail is taken", refused);
        }
    }

    private boolean wasAllThatWasWrong() {
        return disk.faultCountBesideRoom() == faultsBesideRoomBefore;
    }
}
