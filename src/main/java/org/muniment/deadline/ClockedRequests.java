package org.muniment.deadline;

import org.muniment.access.Actor;

/// This is what the clock has to know of requests, and says to them. The package that keeps requests
/// implements it.
public interface ClockedRequests {
    /// Returns when the request's clock began; refuses whoever may not see it, and a number that is
    /// none.
    ClockStart start(long request, Actor who);

    /// Refuses whoever may not work on it.
    void requireAtWork(long request, Actor who);

    /// Adds a line to its timeline; called inside the work it tells of.
    ///
    /// @param kind `clock` or `fee`
    void tell(long request, Actor by, String kind, String sentence);
}
