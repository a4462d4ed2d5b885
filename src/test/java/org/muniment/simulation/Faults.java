package org.muniment.simulation;

/// What goes wrong, and how often. Each figure but the last two is a probability, asked at each operation of its kind.
///
/// @param force a force fails, and the pages are marked clean all the same
/// @param write a write fails, after some of its bytes
/// @param read a read fails
/// @param name a file or folder cannot be made, renamed, deleted or cut
/// @param shortWrite a write takes fewer bytes than it was given, without any error
/// @param flips how many reads of each thread give one bit wrong, at a moment the seed chooses
/// @param operationsLeft how many changes to the disk are made before the process stops in the middle of one
public record Faults(
        double force, double write, double read, double name, double shortWrite, int flips, int operationsLeft) {
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0.05, 0, Integer.MAX_VALUE);

    public Faults stoppingAfter(int operations) {
        return new Faults(force, write, read, name, shortWrite, flips, operations);
    }
}
