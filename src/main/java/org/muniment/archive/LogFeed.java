package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.LogCheck;
import org.muniment.merklelog.LogIsDamaged;

/// Gives every entry read to the check of the log, and counts. What the log cannot be compared with any more is said
/// once; the segments are read on.
final class LogFeed implements SegmentCheck.EntrySink, AutoCloseable {
    private final Optional<LogCheck> log;
    private final Consumer<String> findings;
    private final Progress progress;
    private final long total;
    private long position;
    private long checked;
    private boolean stopped;

    private LogFeed(Optional<LogCheck> log, Consumer<String> findings, Progress progress, long total) {
        this.log = log;
        this.findings = findings;
        this.progress = progress;
        this.total = total;
    }

    /// Begins the check of the log; goes without one if the log cannot even be opened, which is a finding.
    static LogFeed begin(Beginning log, Consumer<String> findings, Progress progress, long total) {
        Optional<LogCheck> check = Optional.empty();
        try {
            check = log.check();
        } catch (IOException damage) {
            findings.accept("The log: " + damage.getMessage() + ". The segments were read all the same.");
        }
        return new LogFeed(check, findings, progress, total);
    }

    /// How the check of the log is begun; empty if there is no log to compare with.
    interface Beginning {
        Optional<LogCheck> check() throws IOException;
    }

    private interface Step {
        void with(LogCheck log) throws IOException;
    }

    @Override
    public void next(byte[] text) {
        checked++;
        step(check -> check.next(text));
    }

    @Override
    public void skip() {
        step(LogCheck::skip);
    }

    // What is on disk but not signed yet is read as well; the log's check takes only what was signed.
    private void step(Step step) {
        long entry = position++;
        progress.reached(position, total);
        if (stopped || log.isEmpty() || entry >= log.get().size()) return;
        try {
            step.with(log.get());
        } catch (IOException damage) {
            stopped = true;
            findings.accept("The log: " + damage.getMessage() + ". It was not compared from entry " + entry + " on.");
        }
    }

    /// Takes what an earlier run has read from the log itself; false if the log does not lead to the same root.
    boolean goOnFrom(UnfinishedCheck.Reached reached) throws IOException {
        if (log.isEmpty() || reached.position() > log.get().size()) return false;
        try {
            while (position < reached.position()) {
                log.get().nextOwn();
                progress.reached(++position, total);
            }
        } catch (LogIsDamaged damage) {
            return false;
        }
        checked = reached.checked();
        return log.get().root().equals(reached.root());
    }

    /// Returns the root over all entries so far, if each was compared with what was signed.
    Optional<Hash> root() {
        boolean isCompared =
                !stopped && log.isPresent() && position <= log.get().size();
        return isCompared ? Optional.of(log.get().root()) : Optional.empty();
    }

    long position() {
        return position;
    }

    /// Ends the check of the log, with what it found.
    void end() throws IOException {
        if (log.isPresent() && !stopped) log.get().findings().forEach(findings);
    }

    /// Returns how many entries were read.
    long checked() {
        return checked;
    }

    @Override
    public void close() throws IOException {
        if (log.isPresent()) log.get().close();
    }
}
