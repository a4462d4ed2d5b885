package org.muniment.proof;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.AccessionNumber;

/// This is what a bundle asks of those who know with which releases of records requests its items went out.
public interface KnownReleases {
    String NOT_LOOKED = "whoever made this bundle did not look with which releases this went out;"
            + " those are entries production-released of the log";
    String LOOKED = "under this number, among the records requests that whoever made this bundle may see";

    /// Nobody looks: the bundle says so.
    KnownReleases NOT_LOOKED_FOR = _ -> Optional.empty();

    /// Returns what became of this capture in releases, in their order; absent if nobody looked.
    Optional<List<Passage>> of(AccessionNumber capture) throws IOException;

    /// One time a capture went out, or was called back.
    ///
    /// @param event what happened, in lower-case words
    /// @param detail which release, and which entry of the log tells of it
    record Passage(String event, Instant at, String detail) {}
}
