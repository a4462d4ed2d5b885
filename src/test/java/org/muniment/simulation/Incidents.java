package org.muniment.simulation;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/// What happens to a [SimulatedDisk] at a moment that a test chooses, not the seed.
public final class Incidents {
    private static final int NEVER = Integer.MAX_VALUE;

    private int changesToFailure = NEVER;
    private int actsToAbsence = NEVER;
    private boolean leavesEmptyPlace;
    private Optional<Runnable> beforeWrite = Optional.empty();
    private String writtenName = "";
    private Optional<Path> spoiltFile = Optional.empty();
    private long spoiltPlace;
    private boolean failsListings;
    private boolean hasNoDescriptors;

    /// One change fails, after so many others; it is not made.
    public synchronized void failOnceAfter(int changes) {
        changesToFailure = changes;
    }

    public synchronized boolean hasFailed() {
        return changesToFailure < 0;
    }

    /// After so many acts of any kind the disk is gone: where it was is an empty folder, or all is an error.
    public synchronized void goAfter(int acts, boolean emptyPlace) {
        actsToAbsence = acts;
        leavesEmptyPlace = emptyPlace;
    }

    /// The disk is there again, as it was, and can be read.
    public synchronized void comeBack() {
        actsToAbsence = NEVER;
        spoiltFile = Optional.empty();
    }

    public synchronized boolean isGone() {
        return actsToAbsence <= 0;
    }

    /// One place of a file cannot be read until it is written again.
    public synchronized void spoil(Path file, long place) {
        spoiltFile = Optional.of(file);
        spoiltPlace = place;
    }

    public synchronized boolean isSpoilt() {
        return spoiltFile.isPresent();
    }

    private boolean isSpoilt(Path file, long at, int length) {
        return spoiltFile.filter(file::equals).isPresent() && at <= spoiltPlace && spoiltPlace < at + length;
    }

    synchronized void beforeRead(Path file, long at, int length) throws IOException {
        requirePresent();
        if (isSpoilt(file, at, length)) throw new IOException("simulated: a place that cannot be read");
    }

    synchronized void written(Path file, long at, int length) {
        if (isSpoilt(file, at, length)) spoiltFile = Optional.empty();
    }

    /// Lets something happen between the moment somebody begins to write to a file and the moment the disk does.
    public synchronized void beforeNextWriteTo(String name, Runnable what) {
        writtenName = name;
        beforeWrite = Optional.of(what);
    }

    /// From now on every listing fails when it is walked through, as one of a failing disk does; or works again.
    public synchronized void failListings(boolean fails) {
        failsListings = fails;
    }

    synchronized void aboutToList() {
        if (failsListings) throw new DirectoryIteratorException(new IOException("simulated: the folder is unreadable"));
    }

    /// From now on nothing can be opened here, for the process has no descriptor left; or can be again.
    public synchronized void runOutOfDescriptors(boolean out) {
        hasNoDescriptors = out;
    }

    synchronized void aboutToOpen(Path file) throws IOException {
        if (hasNoDescriptors) throw new FileSystemException(file.toString(), null, "Too many open files");
    }

    void aboutToWrite(Path file) {
        Optional<Runnable> what;
        synchronized (this) {
            if (beforeWrite.isEmpty() || !file.endsWith(writtenName)) return;
            what = beforeWrite;
            beforeWrite = Optional.empty();
        }
        what.ifPresent(Runnable::run);
    }

    /// Asked before anything else is.
    synchronized void act() throws IOException {
        if (actsToAbsence == NEVER) return;
        if (--actsToAbsence <= 0 && !leavesEmptyPlace) throw new IOException("simulated: the disk is gone");
    }

    /// What was opened before is of no use where the disk was.
    void requirePresent() throws IOException {
        if (isGone()) throw new IOException("simulated: the disk is gone");
    }

    synchronized boolean failsNow() {
        if (changesToFailure == NEVER || changesToFailure < 0) return false;
        return --changesToFailure < 0;
    }

    synchronized void forget() {
        changesToFailure = NEVER;
    }
}
