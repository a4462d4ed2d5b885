package org.muniment.request;

import java.util.List;
import org.muniment.access.Actor;

/// This is somebody who knows what waits for a person in requests: a package above declares a
/// component that implements it, and the person is told at home.
public interface WorkThatWaits {
    /// Returns what the person may do and nobody has done yet, of all requests they may see; few, and
    /// found quickly, since it is asked each time home is opened.
    List<Work> of(Actor actor);

    /// One thing to do.
    ///
    /// @param what goes on after the request's label, such as "has a letter to sign"
    /// @param why who waits, and for what, in a sentence
    /// @param tab of the request where it is done: `release`, `letters/drafts/3`…
    /// @param act what the link there says
    record Work(RequestId request, String what, String why, String tab, String act) {}
}
