package org.muniment.request;

import java.util.List;

/// This is somebody who may object to closing a request: a package above declares a component that
/// implements it, and a request is not closed while anything stands in the way.
public interface ClosingObstacle {
    /// Returns what has to be done first, each as a sentence with what to do; empty if nothing.
    List<String> standingInTheWay(RequestId request);

    /// The tab of the request where it is done: `review`, `fees`, `release`…
    default String tab() {
        return "overview";
    }

    /// Whether it matters only where the requester is answered: a request that was withdrawn is closed
    /// whatever is undecided ([Determination#leavesRecordsUndecided]).
    default boolean isAboutRecords() {
        return tab().equals("review");
    }
}
