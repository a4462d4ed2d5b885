package org.muniment.search;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/// This is how the index is run.
///
/// @param zone where days begin and end when nobody says otherwise
/// @param journalAddresses the mailboxes that mail servers deliver the archive's copies to; never recipients of a
/// message
/// @param commitEvery how much indexing a crash may cost at most; it is repeated from the log, nothing is lost
/// @param refreshEvery how long a message waits at most, while others stream in, until it can be found; longer while
/// the
/// index is far behind ([Follower])
/// @param bufferMegabytes memory for what is indexed and not yet written
public record SearchSettings(
        ZoneId zone, Set<String> journalAddresses, Duration commitEvery, Duration refreshEvery, int bufferMegabytes) {
    public SearchSettings {
        journalAddresses = journalAddresses.stream().map(Literals::address).collect(Collectors.toUnmodifiableSet());
        if (bufferMegabytes < 16 || bufferMegabytes > 512)
            throw new IllegalArgumentException("the index buffer is 16 to 512 MB, not " + bufferMegabytes);
    }

    /// The defaults: commit every 45 s, refresh at least every 1.5 s, 160 MB.
    public static SearchSettings in(ZoneId zone) {
        return new SearchSettings(zone, Set.of(), Duration.ofSeconds(45), Duration.ofMillis(1_500), 160);
    }

    /// The same with other journal addresses.
    public SearchSettings withJournalAddresses(Set<String> addresses) {
        return new SearchSettings(zone, addresses, commitEvery, refreshEvery, bufferMegabytes);
    }
}
