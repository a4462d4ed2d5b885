package org.muniment.archive;

/// This is told how far something long has come.
@FunctionalInterface
public interface Progress {
    /// For those who do not want to know.
    Progress UNSEEN = (done, total) -> {};

    void reached(long done, long total);
}
