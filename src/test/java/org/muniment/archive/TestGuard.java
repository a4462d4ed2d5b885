package org.muniment.archive;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/// Holds what a test says, as of the entry it says.
final class TestGuard implements Guard {
    static final String HELD = "test-held";

    private final Set<Long> held = new ConcurrentSkipListSet<>();
    private volatile long version = -1;
    private volatile Runnable whileJudging = () -> {};
    private volatile Runnable onCommitter = () -> {};

    /// Holds a capture from an entry of the log on.
    void hold(long capture, AccessionNumber since) {
        held.add(capture);
        version = since.index();
    }

    /// Does something once, when the committer compares versions: directly before an entry that relies on it.
    void onCommitter(Runnable something) {
        onCommitter = something;
    }

    /// Does something between looking at the version and answering.
    void whileJudging(Runnable something) {
        whileJudging = something;
    }

    @Override
    public long version() {
        if (Thread.currentThread().getName().equals("archive committer")) {
            Runnable something = onCommitter;
            onCommitter = () -> {};
            something.run();
        }
        return version;
    }

    @Override
    public AccessionRanges held(AccessionRanges captures) {
        List<AccessionNumber> found = held.stream()
                .filter(captures::contains)
                .map(AccessionNumber::new)
                .collect(Collectors.toList());
        Runnable something = whileJudging;
        whileJudging = () -> {};
        something.run();
        return AccessionRanges.of(found);
    }

    @Override
    public boolean changesHolds(String kind) {
        return kind.equals(HELD);
    }
}
